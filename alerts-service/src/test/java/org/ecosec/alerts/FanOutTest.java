package org.ecosec.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One alert to thousands. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class FanOutTest {

  private static final int SUBSCRIBERS = 3_000;

  private final String product = Indicator.newProduct();
  private final String other = Indicator.newProduct();

  @Test
  void oneAlertToThousandsReachesEachUnderAnIdOfItsOwnAndKeepsNobodyElseWaiting() {
    try (var many = new Receiver();
        var alone = new Receiver()) {
      var single = Api.subscribe(alone.url(), other);
      Eventually.holds(
          "the one agreed",
          () ->
              Api.as("analyst")
                  .get(Api.SUBSCRIPTIONS + "/" + single.id())
                  .jsonPath()
                  .getString("state")
                  .equals("ACTIVE"));
      subscribe(many.url());
      Indicator.of(product).publish();
      Eventually.holds("the fan-out has begun", () -> !many.requests().isEmpty());
      Indicator.of(other).publish();
      alone.await(1);
      assertThat(told(many)).hasSizeLessThan(SUBSCRIBERS);
      Eventually.holds("everybody is told", () -> told(many).size() == SUBSCRIBERS);
    }
  }

  private static Set<String> told(Receiver desk) {
    return desk.requests().stream()
        .map(request -> request.header("webhook-id"))
        .collect(Collectors.toSet());
  }

  /** Adds subscriptions that have agreed, past the API, which asks each address first. */
  private void subscribe(String url) {
    Database.execute(
        """
        with many as (
          insert into subscription (id, owner, filter, min_severity, products, handling, channel,
            state, created_at, changed_at)
          select uuidv7(), null, '{}', 0, array ['%s'], 'PUBLIC', 'WEBHOOK', 'ACTIVE', now(), now()
          from generate_series(1, %d) returning id),
        addresses as (
          insert into subscriber_address (subscription_id, label, url) select id, '%s', '%s' from many)
        insert into endpoint (subscription_id) select id from many
        """
            .formatted(product, SUBSCRIBERS, product, url));
  }

  @AfterEach
  void end() {
    Database.execute(
        """
        with ended as (
          update subscription set state = 'DELETED' where products = array ['%s'] returning id),
        addresses as (
          delete from subscriber_address a using ended e where a.subscription_id = e.id)
        delete from endpoint p using ended e where p.subscription_id = e.id
        """
            .formatted(product));
  }
}

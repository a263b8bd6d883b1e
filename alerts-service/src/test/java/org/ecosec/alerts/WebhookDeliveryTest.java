package org.ecosec.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Telling subscribers who fail, leave, or take their time. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class WebhookDeliveryTest {

  private final String product = Indicator.newProduct();

  @Test
  void aFailingReceiverGetsTheSameMessageUntilItTakesIt() throws Exception {
    try (var desk = new Receiver().answering(500, 302)) {
      var subscribed = Api.subscribe(desk.url(), product);
      Indicator.of(product).publish();
      var requests = desk.await(3);
      assertThat(requests)
          .extracting(request -> request.header("webhook-id"))
          .containsOnly(requests.getFirst().header("webhook-id"));
      assertThat(requests)
          .extracting(Receiver.Request::body)
          .containsOnly(requests.getFirst().body());
      for (var request : requests) {
        new Webhook(subscribed.secret())
            .verify(request.body(), HttpHeaders.of(request.headers(), (name, value) -> true));
      }
      var told = notification(subscribed.id(), 3);
      assertThat(told.outcomes()).containsExactly("REFUSED", "REFUSED", "ACCEPTED");
      assertThat(told.statuses()).containsExactly(500, 302, 204);
      assertThat(desk.requests()).hasSize(3);
    }
  }

  @Test
  void aReceiverThatAsksForTimeIsLeftAloneForSoLongAndEachAttemptHasItsOwnTimestamp() {
    try (var desk = new Receiver().answering(503).asking("2")) {
      Api.subscribe(desk.url(), product);
      Indicator.of(product).publish();
      desk.await(1);
      long refused = System.nanoTime();
      // The table of these tests would try again after 200 ms.
      var requests = desk.await(2);
      assertThat(Duration.ofNanos(System.nanoTime() - refused))
          .isGreaterThan(Duration.ofMillis(1_700));
      assertThat(requests.get(1).header("webhook-id"))
          .isEqualTo(requests.get(0).header("webhook-id"));
      assertThat(timestamp(requests.get(1))).isGreaterThan(timestamp(requests.get(0)));
    }
  }

  private static long timestamp(Receiver.Request request) {
    return Long.parseLong(request.header("webhook-timestamp"));
  }

  @Test
  void aReceiverThatIsGoneIsNotCalledAgain() {
    try (var desk = new Receiver().answering(410)) {
      var subscribed = Api.subscribe(desk.url(), product);
      Indicator.of(product).period("2024").publish();
      desk.await(1);
      Eventually.holds(
          "the subscription is disabled",
          () ->
              Api.as("analyst")
                  .get(Api.SUBSCRIPTIONS + "/" + subscribed.id())
                  .jsonPath()
                  .getString("state")
                  .equals("DISABLED"));
      Indicator.of(product).period("2025").publish();
      Api.alert(product, 2);
      assertThat(
              Api.get(notifications())
                  .getList(
                      "items.findAll { it.subscriptionId == '%s' }.reason"
                          .formatted(subscribed.id())))
          .isEqualTo(List.of("ENDPOINT_GONE", "ENDPOINT_DISABLED"));
      assertThat(desk.requests()).hasSize(1);
    }
  }

  @Test
  void aDeadReceiverKeepsNobodyElseWaitingAndNothingIsLost() {
    try (var desk = new Receiver()) {
      var dead = Api.subscribe("http://127.0.0.1:1/", product);
      var alive = Api.subscribe(desk.url(), product);
      for (int year = 2020; year < 2026; year++) {
        Indicator.of(product).period(Integer.toString(year)).publish();
      }
      desk.await(6);
      assertThat(desk.requests())
          .extracting(request -> Json.parse(request.body()).at("/data/sequence").asInt())
          .containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(states(alive.id())).containsOnly("DELIVERED").hasSize(6);
      assertThat(states(dead.id())).containsOnly("PENDING").hasSize(6);
    }
  }

  @Test
  void aSlowReceiverKeepsNobodyElseWaiting() {
    try (var slow = new Receiver().holding();
        var desk = new Receiver()) {
      Api.subscribe(slow.url(), product);
      Api.subscribe(desk.url(), product);
      for (int year = 2020; year < 2023; year++) {
        Indicator.of(product).period(Integer.toString(year)).publish();
      }
      desk.await(3);
      // The states of one alert come in order: the next waits for the answer to the first.
      assertThat(slow.requests())
          .extracting(request -> Json.parse(request.body()).at("/data/sequence").asInt())
          .containsOnly(1);
      slow.release();
      Eventually.holds(
          "the others follow",
          () ->
              slow.requests().stream()
                  .anyMatch(
                      request -> Json.parse(request.body()).at("/data/sequence").asInt() == 3));
    }
  }

  private record Told(List<String> outcomes, List<Integer> statuses) {}

  private Told notification(String subscription, int attempts) {
    var path = "items.find { it.subscriptionId == '%s' }.attempts.".formatted(subscription);
    return Eventually.get(
        attempts + " attempts",
        () -> {
          var items = Api.get(notifications());
          return new Told(items.getList(path + "outcome"), items.getList(path + "status"));
        },
        told -> told.outcomes().size() >= attempts);
  }

  private List<String> states(String subscription) {
    var path = "items.findAll { it.subscriptionId == '%s' }.state".formatted(subscription);
    return Eventually.get(
        "settled deliveries",
        () -> Api.get(notifications()).<String>getList(path),
        states -> states.size() == 6 && states.stream().distinct().count() == 1);
  }

  private String notifications() {
    return Api.notifications(product);
  }
}

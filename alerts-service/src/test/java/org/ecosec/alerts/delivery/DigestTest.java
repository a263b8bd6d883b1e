package org.ecosec.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.ecosec.alerts.AlertsServers;
import org.ecosec.alerts.Api;
import org.ecosec.alerts.Eventually;
import org.ecosec.alerts.Indicator;
import org.ecosec.alerts.Json;
import org.ecosec.alerts.Receiver;
import org.junit.jupiter.api.Test;

/** What goes beyond a day's budget, and where a digest was asked for, comes in one message. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class DigestTest {

  private final String product = Indicator.newProduct();
  private final Digests digests;

  DigestTest(Digests digests) {
    this.digests = digests;
  }

  @Test
  void beyondTheBudgetTheRestOfTheDayComesInADigestAndTheRecordSaysSo() {
    try (var desk = new Receiver();
        var other = new Receiver()) {
      var id = subscribe(desk.url(), "\"dailyBudget\": 2");
      Api.subscribe(other.url(), product);
      for (int year = 2020; year < 2025; year++) {
        Indicator.of(product).period(Integer.toString(year)).publish();
      }
      assertThat(other.await(5)).hasSize(5);
      desk.await(2);
      assertThat(
              Api.get(Api.notifications(product))
                  .getList("items.findAll { it.subscriptionId == '%s' }.reason".formatted(id)))
          .containsExactly(null, null, "OVER_BUDGET", "OVER_BUDGET", "OVER_BUDGET");
      send();
      var digest = Json.parse(desk.await(3).getLast().body());
      assertThat(digest.path("type").asText()).isEqualTo("org.ecosec.alerts.digest.v1");
      assertThat(digest.at("/data/count").asInt()).isEqualTo(3);
      assertThat(digest.path("data").path("items").findValuesAsText("sequence"))
          .isEqualTo(List.of("5", "4", "3"));
      send();
      Indicator.of(product).period("2026").publish();
      other.await(6);
      assertThat(desk.requests()).hasSize(3);
    }
  }

  @Test
  void aDigestOfManyAlertsStaysUnderTwentyKilobytes() {
    try (var desk = new Receiver()) {
      subscribe(desk.url(), "\"digest\": true");
      for (int year = 1900; year < 1960; year++) {
        Indicator.of(product)
            .period(Integer.toString(year))
            .put("productName", "黒鉛".repeat(200))
            .publish();
      }
      Api.alert(product, 60);
      send();
      var body = desk.await(1).getFirst().body();
      assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThan(WebhookBody.MAX_BYTES);
      var digest = Json.parse(body).path("data");
      assertThat(digest.path("count").asInt()).isEqualTo(60);
      assertThat(digest.path("items").size() + digest.path("left").asInt()).isEqualTo(60);
    }
  }

  private void send() {
    var request = Arc.container().requestContext();
    request.activate();
    try {
      digests.send(Clock.systemUTC().instant().plusSeconds(60));
    } finally {
      request.terminate();
    }
  }

  private String subscribe(String url, String more) {
    var id =
        Api.as("analyst")
            .body(
                """
                {"filter": {"products": ["%s"]}, "channel": {"type": "WEBHOOK", "url": "%s"}, %s}
                """
                    .formatted(product, url, more))
            .post(Api.SUBSCRIPTIONS)
            .then()
            .statusCode(201)
            .extract()
            .<String>path("subscription.subscriptionId");
    Eventually.holds(
        "it agreed",
        () ->
            Api.as("analyst")
                .get(Api.SUBSCRIPTIONS + "/" + id)
                .jsonPath()
                .getString("state")
                .equals("ACTIVE"));
    return id;
  }
}

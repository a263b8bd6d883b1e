package org.ecosec.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpHeaders;
import java.util.List;
import org.ecosec.platform.testing.Contracts;
import org.junit.jupiter.api.Test;

/** From a figure on Kafka to a signed call at a subscriber. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class AlertJourneyTest {

  private final String product = Indicator.newProduct();

  @Test
  void concentrationReachesItsSubscriberSignedAndNobodyElse() throws Exception {
    try (var desk = new Receiver();
        var other = new Receiver()) {
      var subscribed = Api.subscribe(desk.url(), product);
      Api.subscribe(other.url(), "999999");

      Indicator.of(product).publish();

      var request = desk.await(1).getFirst();
      new Webhook(subscribed.secret())
          .verify(request.body(), HttpHeaders.of(request.headers(), (name, value) -> true));
      var event = Json.parse(request.body());
      assertThat(event.path("specversion").asText()).isEqualTo("1.0");
      assertThat(Contracts.violations("alerts.alerts.v1", event.path("data").toString())).isEmpty();
      assertThat(event.path("data").path("title").asText())
          .isEqualTo("Japan depends on China for Graphite; natural (HS " + product + ")");
      var alert = Api.alert(product, 1);
      assertThat(alert.path("state").asText()).isEqualTo("RAISED");
      assertThat(alert.path("severity").asText()).isEqualTo("WARNING");
      var told = Api.get(Api.ALERTS + "/" + alert.path("alertId").asText() + "/notifications");
      assertThat(told.getList("items.findAll { it.told }.subscriptionId"))
          .containsExactly(subscribed.id());
      assertThat(told.getList("items.findAll { !it.told }.reason", String.class))
          .isNotEmpty()
          .allMatch("FILTERED"::equals);
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void graphiteOfJapanRaisesOneAlertHoweverOftenDelivered() {
    try (var desk = new Receiver()) {
      Api.subscribe(desk.url(), product);
      var indicator = Indicator.of(product);
      for (int times = 0; times < 3; times++) {
        Broker.publish(Indicator.TOPIC, indicator.key(), indicator.json(), 5);
      }
      Broker.publish(Indicator.TOPIC, indicator.key(), indicator.json(), 4);
      Broker.publish(Indicator.TOPIC, indicator.key(), indicator.json(), 6);
      Broker.publish(
          Indicator.TOPIC,
          indicator.key(),
          Indicator.of(product).period("2025").hhi("0.80", "0.81").json(),
          7);

      Api.alert(product, 2);

      assertThat(Api.alerts(product)).hasSize(1);
      var events = Broker.read("alerts.alerts.v1", "concentration|JPN|HS|" + product, 2);
      assertThat(events)
          .extracting(event -> Json.parse(event.value()).path("change").asText())
          .containsExactly("RAISED", "UPDATED");
      assertThat(events)
          .allSatisfy(
              event ->
                  assertThat(Contracts.violations("alerts.alerts.v1", event.value()))
                      .isEqualTo(List.of()));
      assertThat(desk.await(2)).hasSize(2);
    }
  }
}

package org.ecosec.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of an endpoint that fails for days, and of what it missed. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class EndpointLifeTest {

  private final String product = Indicator.newProduct();

  @Test
  void fiveDaysOfFailureDisableAndAreToldByAnotherChannelAndTheReturnIsToldWithWhatWasMissed() {
    try (var failing = new Receiver().answering(500, 500, 500, 500, 500, 500);
        var other = new Receiver();
        var mail = new Mailbox()) {
      var id = subscribed(failing.url());
      Api.subscribe(other.url(), "999999");
      Eventually.holds("it agreed", () -> ConsentTest.state(id).equals("ACTIVE"));
      Database.execute(
          "update endpoint set failing_since = now() - interval '5 days' where subscription_id = '%s'"
              .formatted(id));
      Indicator.of(product).publish();
      Eventually.holds("it is disabled", () -> ConsentTest.state(id).equals("DISABLED"));
      var notice =
          other.await(1).stream()
              .map(request -> Json.parse(request.body()))
              .filter(
                  event ->
                      event.at("/data/disabledSubscriptionId").asText().equals(id)
                          && event.path("type").asText().endsWith("subscription-disabled.v1"))
              .findFirst();
      assertThat(notice).isPresent();
      assertThat(mail.await(product + "@desk.example", 1)).hasSize(1);

      Indicator.of(product).period("2025").publish();
      Api.alert(product, 2);
      int before = failing.requests().size();
      change(id, failing.url());
      var recovered =
          Eventually.get(
              "the return is told",
              failing::requests,
              requests ->
                  requests.stream().skip(before).anyMatch(one -> one.body().contains("missed")));
      var event =
          recovered.stream()
              .map(request -> Json.parse(request.body()))
              .filter(one -> one.path("type").asText().endsWith("subscription-recovered.v1"))
              .findFirst()
              .orElseThrow();
      assertThat(event.at("/data/missed").asInt()).isEqualTo(2);
      replay("{\"subscriptionId\": \"%s\", \"missingSince\": \"2026-01-01T00:00:00Z\"}", id, 2);
      Eventually.holds(
          "both are told",
          () ->
              failing.requests().stream()
                  .map(request -> Json.parse(request.body()).at("/data/period").asText())
                  .toList()
                  .containsAll(List.of("2024", "2025")));
    }
  }

  @Test
  void aMessageIsSentAgainUnderTheSameId() {
    try (var desk = new Receiver()) {
      var id = Api.subscribe(desk.url(), product).id();
      Indicator.of(product).publish();
      desk.await(1);
      var delivery =
          Eventually.get(
              "it is settled",
              () ->
                  Api.as("analyst")
                      .get("/alerts/v1/deliveries?state=DELIVERED&subscription=" + id)
                      .jsonPath()
                      .getString("items[0].deliveryId"),
              found -> found != null);
      Api.as("steward")
          .body("{\"subscriptionId\": \"%s\", \"deliveryId\": \"%s\"}".formatted(id, delivery))
          .post("/alerts/v1/deliveries/replays")
          .then()
          .statusCode(404);
      replay("{\"subscriptionId\": \"%s\", \"deliveryId\": \"" + delivery + "\"}", id, 1);
      var requests = desk.await(2);
      assertThat(requests)
          .extracting(request -> request.header("webhook-id"))
          .containsOnly("msg_" + delivery);
      Eventually.holds(
          "it is settled again",
          () ->
              Api.as("operator")
                      .get("/alerts/v1/deliveries?state=DELIVERED&subscription=" + id)
                      .jsonPath()
                      .getList("items")
                      .size()
                  == 1);
      replay(
          "{\"subscriptionId\": \"%s\", \"from\": \"2020-01-01T00:00:00Z\", \"to\":"
              + " \"2100-01-01T00:00:00Z\"}",
          id, 1);
      desk.await(3);
      Api.as("analyst")
          .body("{\"subscriptionId\": \"%s\"}".formatted(id))
          .post("/alerts/v1/deliveries/replays")
          .then()
          .statusCode(422)
          .body("type", equalTo("urn:ecosec:problem:bad-replay"));
    }
  }

  private static void replay(String body, String id, int expected) {
    Api.as("analyst")
        .body(body.formatted(id))
        .post("/alerts/v1/deliveries/replays")
        .then()
        .statusCode(202)
        .body("replayed", equalTo(expected));
  }

  private String subscribed(String url) {
    return Api.as("analyst")
        .body(body(url))
        .post(Api.SUBSCRIPTIONS)
        .then()
        .statusCode(201)
        .extract()
        .path("subscription.subscriptionId");
  }

  private void change(String id, String url) {
    var path = Api.SUBSCRIPTIONS + "/" + id;
    Api.as("analyst")
        .header("If-Match", Api.as("analyst").get(path).header("ETag"))
        .body(body(url))
        .put(path)
        .then()
        .statusCode(200)
        .body("state", equalTo("PENDING"));
  }

  private String body(String url) {
    return """
    {"filter": {"products": ["%s"]}, "contact": "%s@desk.example",
     "channel": {"type": "WEBHOOK", "url": "%s"}}
    """
        .formatted(product, product, url);
  }
}

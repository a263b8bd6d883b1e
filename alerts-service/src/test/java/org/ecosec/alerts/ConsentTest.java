package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpHeaders;
import org.junit.jupiter.api.Test;

/** Nobody is told who has not agreed; whoever has is told with one of two live secrets. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class ConsentTest {

  private final String product = Indicator.newProduct();

  @Test
  void nothingIsSentBeforeTheEndpointAgreesAndWhatWaitedIsSentThen() {
    try (var desk = new Receiver().silent()) {
      var subscribed = Api.subscribe(desk.url(), product);
      Eventually.holds("it was asked", () -> !desk.questions().isEmpty());
      var question = desk.questions().getFirst();
      assertThat(question.header("WebHook-Request-Origin")).isEqualTo("localhost");
      assertThat(question.header("WebHook-Request-Callback"))
          .startsWith("http://localhost:8080/alerts/v1/consents/");
      assertThat(question.header("WebHook-Request-Rate")).isEqualTo("6000");
      Indicator.of(product).publish();
      Api.alert(product, 1);
      assertThat(state(subscribed.id())).isEqualTo("PENDING");
      assertThat(desk.requests()).isEmpty();
      desk.agree();
      // The next question may be an hour away by now.
      Database.execute(
          "update endpoint set consent_due_at = now() where subscription_id = '%s'"
              .formatted(subscribed.id()));
      assertThat(desk.await(1)).hasSize(1);
      assertThat(state(subscribed.id())).isEqualTo("ACTIVE");
    }
  }

  @Test
  void theCallbackAgreesOnceAndOnlyByItsToken() {
    try (var desk = new Receiver().silent()) {
      var subscribed = Api.subscribe(desk.url(), product);
      given().get("/alerts/v1/consents/guessed").then().statusCode(404);
      Eventually.holds("it was asked again", () -> desk.questions().size() > 1);
      var link = URI.create(desk.questions().getFirst().header("WebHook-Request-Callback"));
      Eventually.holds(
          "its answer is known",
          () ->
              "NO_ALLOWED_ORIGIN"
                  .equals(
                      Api.as("analyst")
                          .get(Api.SUBSCRIPTIONS + "/" + subscribed.id() + "/consent")
                          .jsonPath()
                          .getString("answer")));
      given().header("WebHook-Allowed-Rate", "120").get(link.getPath()).then().statusCode(200);
      assertThat(state(subscribed.id())).isEqualTo("ACTIVE");
      given()
          .get(link.getPath())
          .then()
          .statusCode(404)
          .body("type", equalTo("urn:ecosec:problem:no-such-consent"));
    }
  }

  @Test
  void whoNeverAgreesIsGivenUpAndTheLedgerOfTheAlertSaysWhy() {
    var subscribed = Api.subscribe("http://127.0.0.1:1/", product);
    Indicator.of(product).publish();
    Api.alert(product, 1);
    Database.execute(
        "update endpoint set consent_asks = 100, consent_due_at = now() where subscription_id = '%s'"
            .formatted(subscribed.id()));
    Eventually.holds("it is disabled", () -> state(subscribed.id()).equals("DISABLED"));
    assertThat(reason(subscribed.id())).isEqualTo("NO_CONSENT");
    Indicator.of(product).period("2025").publish();
    Api.alert(product, 2);
    assertThat(
            Api.get(Api.notifications(product))
                .getList(
                    "items.findAll { it.subscriptionId == '%s' }.reason"
                        .formatted(subscribed.id())))
        .containsExactly("NO_CONSENT", "NO_CONSENT");
  }

  @Test
  void twoSecretsSignWhileOneIsReplaced() throws Exception {
    try (var desk = new Receiver()) {
      var subscribed = Api.subscribe(desk.url(), product);
      var path = Api.SUBSCRIPTIONS + "/" + subscribed.id() + "/secrets";
      var second = Api.as("analyst").post(path).then().statusCode(201).extract().jsonPath();
      Indicator.of(product).publish();
      var request = desk.await(1).getFirst();
      var headers = HttpHeaders.of(request.headers(), (name, value) -> true);
      assertThat(request.header("webhook-signature").split(" ", -1)).hasSize(2);
      new Webhook(subscribed.secret()).verify(request.body(), headers);
      new Webhook(second.getString("secret")).verify(request.body(), headers);

      var live = Api.as("analyst").get(path).then().statusCode(200).extract();
      assertThat(live.asString()).doesNotContain("whsec_");
      assertThat(live.jsonPath().getList("items")).hasSize(2);
      Api.as("steward").get(path).then().statusCode(404);
      Api.as("analyst")
          .delete(path + "/" + live.jsonPath().getString("items[0].secretId"))
          .then()
          .statusCode(404);
      Api.as("analyst")
          .delete(path + "/" + live.jsonPath().getString("items[1].secretId"))
          .then()
          .statusCode(204);
      Indicator.of(product).period("2025").publish();
      var later = desk.await(2).getLast();
      assertThat(later.header("webhook-signature").split(" ", -1)).hasSize(1);
      new Webhook(second.getString("secret"))
          .verify(later.body(), HttpHeaders.of(later.headers(), (name, value) -> true));
    }
  }

  @Test
  void noSecretIsStoredInPlainTextNotEvenInAnAnswerThatIsRepeated() {
    var body =
        "{\"channel\": {\"type\": \"WEBHOOK\", \"url\": \"http://127.0.0.1:1/%s\"}}"
            .formatted(product);
    var first =
        Api.as("analyst").header("Idempotency-Key", product).body(body).post(Api.SUBSCRIPTIONS);
    var secret = first.jsonPath().getString("secret");
    assertThat(secret).startsWith("whsec_");
    Api.as("analyst")
        .header("Idempotency-Key", product)
        .body(body)
        .post(Api.SUBSCRIPTIONS)
        .then()
        .statusCode(201)
        .header("Idempotent-Replayed", "true")
        .body("secret", equalTo(null))
        .body("subscription.subscriptionId", equalTo(first.path("subscription.subscriptionId")));
    assertThat(
            Database.number(
                "select count(*) from idempotency_key where body like '%whsec_%' union all select"
                    + " count(*) from subscriber_secret where sealed like '%whsec_%' union all"
                    + " select count(*) from subscriber_address where secret is not null order by 1"
                    + " desc limit 1"))
        .isZero();
  }

  @Test
  void anEndpointThatAllowsFewMessagesGetsThemNoFaster() {
    try (var desk = new Receiver().allowing(60)) {
      var subscribed = Api.subscribe(desk.url(), product);
      Eventually.holds("it agreed", () -> state(subscribed.id()).equals("ACTIVE"));
      Database.execute(
          "update endpoint set paced_until = now() + interval '1 hour' where subscription_id = '%s'"
              .formatted(subscribed.id()));
      Indicator.of(product).publish();
      Api.alert(product, 1);
      try (var other = new Receiver()) {
        Api.subscribe(other.url(), product);
        Indicator.of(product).period("2025").publish();
        other.await(1);
      }
      assertThat(desk.requests()).isEmpty();
      Database.execute(
          "update endpoint set paced_until = now() where subscription_id = '%s'"
              .formatted(subscribed.id()));
      assertThat(desk.await(2)).hasSize(2);
      assertThat(
              Database.number(
                  "select extract(epoch from paced_until - now())::bigint from endpoint where subscription_id = '%s'"
                      .formatted(subscribed.id())))
          .isBetween(0L, 2L);
    }
  }

  @Test
  void aTestMessageGoesToAnActiveSubscriptionOfItsOwner() {
    try (var desk = new Receiver()) {
      var subscribed = Api.subscribe(desk.url(), product);
      var path = Api.SUBSCRIPTIONS + "/" + subscribed.id() + "/tests";
      Eventually.holds(
          "the test was taken", () -> Api.as("analyst").post(path).statusCode() == 202);
      var request = desk.await(1).getFirst();
      assertThat(Json.parse(request.body()).path("type").asText())
          .isEqualTo("org.ecosec.alerts.test.v1");
      Api.as("steward").post(path).then().statusCode(404);
      Api.as("operator")
          .get("/alerts/v1/deliveries?subscription=" + subscribed.id())
          .then()
          .statusCode(200)
          .body("items[0].kind", equalTo("TEST"))
          .body("items[0].webhookId", containsString(request.header("webhook-id")));
    }
  }

  static String state(String subscription) {
    return Api.as("analyst")
        .get(Api.SUBSCRIPTIONS + "/" + subscription)
        .jsonPath()
        .getString("state");
  }

  private static String reason(String subscription) {
    return Api.as("analyst")
        .get(Api.SUBSCRIPTIONS + "/" + subscription)
        .jsonPath()
        .getString("reason");
  }
}

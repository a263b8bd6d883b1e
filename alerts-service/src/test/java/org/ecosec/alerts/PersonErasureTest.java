package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.UUID;
import org.ecosec.platform.ledger.ChainVerification;
import org.ecosec.platform.ledger.ChainVerification.Outcome.Valid;
import org.ecosec.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** A person who is erased is in no table any more, and every chain still verifies. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class PersonErasureTest {

  private static final String ERASURES = "/alerts/v1/people/erasures";
  private static final String OPAQUE_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final String product = Indicator.newProduct();
  private final String name = "tanaka-" + UUID.randomUUID();
  private final String mail = name + "@desk.example";

  @Test
  void whoIsErasedIsInNoTableAndEveryChainVerifies() throws IOException {
    try (var desk = new Receiver()) {
      var told = subscribed(desk.url() + "?of=" + name);
      var byMail = mailed();
      Indicator.of(product).publish();
      desk.await(1);
      var alert = Api.ALERTS + "/" + Api.alert(product, 1).path("alertId").asText();
      tanaka("analyst")
          .header("Idempotency-Key", name)
          .body("{}")
          .post(alert + "/acknowledgements")
          .then()
          .statusCode(201)
          .body("acknowledgedBy", equalTo(name));
      desk.await(2);
      var silence = silenced();
      tanaka("steward").body(rule()).post("/alerts/v1/rules").then().statusCode(201);
      // Others' subscriptions may name the person's address.
      var others = contacted();
      assertThat(Stored.containing(name)).contains("ledger_person.name", "subscriber_address.url");

      var erased = erase("name", name);
      assertThat(erased).matches(OPAQUE_ID);
      erase("address", mail);

      assertThat(Stored.containing(name)).isEmpty();
      given().get(alert).then().body("acknowledgedBy", equalTo(erased));
      given().get("/alerts/v1/silences/" + silence).then().body("author", equalTo(erased));
      given()
          .get("/alerts/v1/rules/rule-" + product + "/versions")
          .then()
          .body("items[0].createdBy", equalTo(erased));
      assertThat(exported("/alerts/v1/ledger/export")).contains(told).contains(erased);
      for (var chain : new String[] {"ledger", "audit-entries"}) {
        var export = exported("/alerts/v1/" + chain + "/export");
        assertThat(ChainVerification.of(new BufferedReader(new StringReader(export))))
            .isInstanceOf(Valid.class);
        assertThat(export).doesNotContain(name);
      }
      operator().get(Api.SUBSCRIPTIONS + "/" + told).then().statusCode(404);
      operator().get(Api.SUBSCRIPTIONS + "/" + byMail).then().statusCode(404);
      // Another's subscription goes on; only the address is gone from it.
      operator().get(Api.SUBSCRIPTIONS + "/" + others).then().body("contact", equalTo(null));
      operator().get("/alerts/v1/people/" + erased).then().statusCode(404);
    }
  }

  @Test
  void whoActedIsFoundByTheOpaqueIdUntilErased() {
    var silence = silenced();
    given().get("/alerts/v1/silences/" + silence).then().body("author", equalTo(name));
    String id =
        operator()
            .get("/alerts/v1/audit-entries?subject=silences/" + silence)
            .then()
            .statusCode(200)
            .body("items[0].content.actor", matchesPattern(OPAQUE_ID))
            .extract()
            .path("items[0].content.actor");
    operator().get("/alerts/v1/people/" + id).then().body("name", equalTo(name));
    assertThat(erase("personId", id)).isEqualTo(id);
    // Who calls again is somebody new.
    assertThat(silenced()).isNotEqualTo(silence);
    assertThat(erase("name", name)).isNotEqualTo(id);
  }

  @Test
  void onlyAnOperatorErasesAndOnlySomebodyKnown() {
    var body = "{\"name\": \"nobody-%s\"}".formatted(name);
    Api.as("steward").body(body).post(ERASURES).then().statusCode(403);
    Api.as("operator")
        .body(body)
        .post(ERASURES)
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:ecosec:problem:no-such-person"));
    Api.as("operator").body("{}").post(ERASURES).then().statusCode(422);
    Api.as("operator")
        .body("{\"name\": \"a\", \"address\": \"a@desk.example\"}")
        .post(ERASURES)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:ecosec:problem:bad-erasure"));
    Api.as("operator").get("/alerts/v1/people/none").then().statusCode(404);
  }

  @Test
  void anOperatorWhoErasesThemselvesStaysErased() {
    given()
        .header("Authorization", Tokens.bearerOf(name, "operator", "RESTRICTED"))
        .contentType("application/json")
        .body("{\"name\": \"%s\"}".formatted(known()))
        .post(ERASURES)
        .then()
        .statusCode(200);
    assertThat(Stored.containing(name)).isEmpty();
  }

  private String known() {
    silenced();
    return name;
  }

  private String erase(String by, String value) {
    return String.valueOf(
        (String)
            Api.as("operator")
                .body("{\"%s\": \"%s\"}".formatted(by, value))
                .post(ERASURES)
                .then()
                .statusCode(200)
                .extract()
                .path("personId"));
  }

  private String subscribed(String url) {
    return tanaka("analyst")
        .header("Idempotency-Key", "webhook-" + name)
        .body(
            """
            {"label": "%s", "contact": "%s", "filter": {"products": ["%s"]},
             "channel": {"type": "WEBHOOK", "url": "%s"}}
            """
                .formatted(name, mail, product, url))
        .post(Api.SUBSCRIPTIONS)
        .then()
        .statusCode(201)
        .extract()
        .path("subscription.subscriptionId");
  }

  private String mailed() {
    return tanaka("analyst")
        .body("{\"channel\": {\"type\": \"EMAIL\", \"address\": \"%s\"}}".formatted(mail))
        .post(Api.SUBSCRIPTIONS)
        .then()
        .statusCode(201)
        .extract()
        .path("subscription.subscriptionId");
  }

  private String contacted() {
    return Api.as("analyst")
        .body(
            """
            {"contact": "%s", "filter": {"products": ["999999"]},
             "channel": {"type": "WEBHOOK", "url": "http://127.0.0.1:1/"}}
            """
                .formatted(mail))
        .post(Api.SUBSCRIPTIONS)
        .then()
        .statusCode(201)
        .extract()
        .path("subscription.subscriptionId");
  }

  private String silenced() {
    return tanaka("analyst")
        .body(
            """
            {"reason": "known", "scope": {"rules": ["none-such"]}, "endsAt": "%s"}
            """
                .formatted(Instant.now().plusSeconds(3_600)))
        .post("/alerts/v1/silences")
        .then()
        .statusCode(201)
        .extract()
        .path("silenceId");
  }

  private String rule() {
    return """
    {"id": "rule-%s", "kind": "CONCENTRATION", "enabled": false, "where": "true",
     "raiseWhen": "above(hhi, 0.9)", "resolveWhen": "below(hhi, 0.8)", "severities": [],
     "title": "a", "text": "b"}
    """
        .formatted(product);
  }

  private static String exported(String path) {
    Eventually.holds(
        "all is sealed", () -> Database.number("select count(*) from ledger_pending") == 0);
    return operator().get(path).then().statusCode(200).extract().asString();
  }

  private RequestSpecification tanaka(String role) {
    return given()
        .header("Authorization", Tokens.bearerOf(name, role, "PUBLIC"))
        .contentType("application/json");
  }

  private static RequestSpecification operator() {
    return given().header("Authorization", Tokens.bearer("operator", "RESTRICTED"));
  }
}

package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.ecosec.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** A rule that asks for it is changed by two stewards, never by one. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class SecondStewardTest {

  private static final String RULES = "/alerts/v1/rules";
  private static final String PROPOSALS = RULES + "/proposals";

  private final String id = "watched-by-two-" + UUID.randomUUID();

  @Test
  void aRuleIsInForceOnlyOnceAnotherStewardPublishesIt() {
    var proposal = proposed(steward("sato").body(rule(true, true)).post(RULES));
    given().get(RULES + "/" + id).then().statusCode(404);
    given()
        .get(PROPOSALS + "/" + proposal)
        .then()
        .body("proposedBy", equalTo("sato"))
        .body("rule.id", equalTo(id))
        .body("outcome", nullValue());
    steward("sato")
        .post(PROPOSALS + "/" + proposal + "/publication")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:ecosec:problem:needs-another-steward"));
    given().get(RULES + "/" + id).then().statusCode(404);
    Api.as("analyst").post(PROPOSALS + "/" + proposal + "/publication").then().statusCode(403);

    steward("rao")
        .post(PROPOSALS + "/" + proposal + "/publication")
        .then()
        .statusCode(200)
        .body("version", equalTo(1));
    given()
        .get(RULES + "/" + id + "/versions/1")
        .then()
        .body("createdBy", equalTo("sato"))
        .body("approvedBy", equalTo("rao"));
    given().get(PROPOSALS).then().body("items.outcome", hasItem("PUBLISHED"));
    steward("rao")
        .post(PROPOSALS + "/" + proposal + "/publication")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:ecosec:problem:proposal-decided"));
  }

  @Test
  void oneStewardAloneCannotSwitchItOff() {
    published();
    var proposal = proposed(change("sato", rule(false, false)));
    given().get(RULES + "/" + id).then().body("enabled", equalTo(true));
    change("rao", rule(false, false))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:ecosec:problem:proposal-waits"));
    steward("rao").delete(PROPOSALS + "/" + proposal).then().statusCode(204);
    steward("rao").post(PROPOSALS + "/" + proposal + "/publication").then().statusCode(409);
    given().get(RULES + "/" + id).then().body("version", equalTo(1)).body("enabled", equalTo(true));
  }

  @Test
  void aProposalForARuleThatChangedSinceIsNotPublished() {
    steward("sato").body(rule(true, false)).post(RULES).then().statusCode(201);
    var proposal = proposed(change("sato", rule(true, true)));
    change("rao", rule(false, false)).then().statusCode(200).body("version", equalTo(2));
    steward("rao")
        .post(PROPOSALS + "/" + proposal + "/publication")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:ecosec:problem:rule-changed"));
    given()
        .get(RULES + "/" + id)
        .then()
        .body("version", equalTo(2))
        .body("enabled", equalTo(false));
  }

  private void published() {
    var proposal = proposed(steward("sato").body(rule(true, true)).post(RULES));
    steward("rao").post(PROPOSALS + "/" + proposal + "/publication").then().statusCode(200);
  }

  private Response change(String name, String rule) {
    return steward(name)
        .header("If-Match", given().get(RULES + "/" + id).header("ETag"))
        .body(rule)
        .put(RULES + "/" + id);
  }

  private static String proposed(Response response) {
    return response.then().statusCode(202).extract().path("proposalId");
  }

  private static RequestSpecification steward(String name) {
    return given()
        .header("Authorization", Tokens.bearerOf(name, "steward", "PUBLIC"))
        .contentType("application/json");
  }

  private String rule(boolean enabled, boolean secondSteward) {
    return """
    {"id": "%s", "kind": "CONCENTRATION", "enabled": %s, "where": "false", "raiseWhen": "false",
     "resolveWhen": "true", "title": "a", "text": "b", "secondSteward": %s}
    """
        .formatted(id, enabled, secondSteward);
  }
}

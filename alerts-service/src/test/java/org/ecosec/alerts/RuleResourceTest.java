package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class RuleResourceTest {

  private static final String RULES = "/alerts/v1/rules";

  private final String id = "rule-" + UUID.randomUUID();

  @Test
  void theShippedRulesAreThere() {
    given()
        .get(RULES)
        .then()
        .statusCode(200)
        .body("items.id", hasItems("concentration", "measure-exposure", "pledge-behind-plan"));
    given().accept("text/csv").get(RULES).then().statusCode(200);
  }

  @Test
  void aRuleIsAddedChangedAndVersioned() {
    var location =
        Api.as("steward").body(draft("false")).post(RULES).then().statusCode(201).extract();
    Api.as("steward").body(draft("false")).post(RULES).then().statusCode(409);
    Api.as("steward").body(draft("true")).put(RULES + "/" + id).then().statusCode(428);
    Api.as("steward")
        .header("If-Match", location.header("ETag"))
        .body(draft("importer == 'IND'"))
        .put(RULES + "/" + id)
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    Api.as("steward")
        .header("If-Match", location.header("ETag"))
        .body(draft("true"))
        .put(RULES + "/" + id)
        .then()
        .statusCode(412);
    given().get(location.header("Location")).then().body("where", equalTo("importer == 'IND'"));
  }

  @Test
  void aConditionThatDoesNotTypeCheckIsRefused() {
    Api.as("steward")
        .body(draft("importer > 1"))
        .post(RULES)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ecosec:problem:bad-condition"))
        .body("errors.pointer", contains("/where"));
    given().get(RULES + "/" + id).then().statusCode(404);
  }

  @Test
  void onlyAStewardChangesRules() {
    Api.as("analyst").body(draft("false")).post(RULES).then().statusCode(403);
  }

  // Raises nothing, whatever other tests publish.
  private String draft(String where) {
    return """
    {"id": "%s", "kind": "CONCENTRATION", "enabled": true, "where": "%s", "raiseWhen": "false",
     "resolveWhen": "true", "severities": [{"when": "true", "severity": "INFO"}],
     "title": "{importer}", "text": "{product}"}
    """
        .formatted(id, where);
  }
}

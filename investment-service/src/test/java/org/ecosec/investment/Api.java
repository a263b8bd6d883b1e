package org.ecosec.investment;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.JsonConfig.jsonConfig;
import static io.restassured.path.json.config.JsonPathConfig.NumberReturnType.BIG_DECIMAL;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.ecosec.platform.testing.Tokens;

/** The public API in the words of the domain. */
final class Api {

  static final String ROOT = "/investment/v1";

  private Api() {}

  static String fresh(String kind) {
    return kind + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** Decimals of an answer are read exactly. */
  static RequestSpecification json() {
    return given().config(config().jsonConfig(jsonConfig().numberReturnType(BIG_DECIMAL)));
  }

  static RequestSpecification steward() {
    return as("PUBLIC");
  }

  static RequestSpecification as(String handling) {
    return json()
        .header("Authorization", Tokens.bearer("steward", handling))
        .contentType("application/json");
  }

  static ValidatableResponse post(String path, String body) {
    return steward().body(body).post(ROOT + path).then();
  }

  static ValidatableResponse get(String path) {
    return json().get(ROOT + path).then();
  }

  static ValidatableResponse problem(ValidatableResponse response, int status, String slug) {
    return response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ecosec:problem:" + slug));
  }

  static String pledge(String id, String amount, String currency, String scope) {
    return """
    {"id": "%s", "title": "Pledge %s", "amount": %s, "currency": "%s", "scope": "%s",
     "from": "2024-01-01", "to": "2034-01-01", "countsFrom": "2024-01-01",
     "parties": [{"name": "Japan", "economy": "JPN", "role": "pledges"}],
     "focusAreas": ["critical minerals"], "supersedes": [], "extends": [], "overlaps": [],
     "handling": "PUBLIC", "notes": null, "statements": []}
    """
        .formatted(id, id, amount, currency, scope);
  }

  static String newPledge(String amount, String currency) {
    var id = fresh("pledge");
    post("/pledges", pledge(id, amount, currency, "PRIVATE_INVESTMENT")).statusCode(201);
    return id;
  }

  static String project(String id) {
    return """
    {"id": "%s", "title": "Project %s", "status": "IMPLEMENTATION", "sector": "critical-minerals",
     "places": ["Andhra Pradesh, India"],
     "parties": [{"name": "Toyota Tsusho", "economy": "JPN", "role": null}],
     "products": [{"classification": "HS", "code": "280530", "link": "PRODUCES",
                   "source": "a study note", "confidence": "MEDIUM"}],
     "handling": "PUBLIC", "source": "a study note", "notes": null}
    """
        .formatted(id, id);
  }

  static String newProject() {
    var id = fresh("project");
    post("/projects", project(id)).statusCode(201);
    return id;
  }

  static ValidatableResponse allocate(String project, String pledge, String share) {
    return post("/allocations", allocation(project, pledge, share, "PRIVATE"));
  }

  static String allocation(String project, String pledge, String share, String financier) {
    return """
    {"projectId": "%s", "pledgeId": "%s", "share": %s, "financierScope": "%s", "source": "a report"}
    """
        .formatted(project, pledge, share, financier);
  }

  static String transaction(String project, String type, String amount, String day) {
    return transaction(Map.of("project", project, "type", type, "amount", amount, "day", day));
  }

  static String transaction(Map<String, String> given) {
    return """
    {"id": "%s", "projectId": "%s", "type": "%s", "amount": %s, "currency": "%s",
     "valueDate": "%s", "financier": "A bank", "financierScope": "%s", "source": "a report",
     "handling": "%s", "notes": null}
    """
        .formatted(
            given.getOrDefault("id", fresh("t")),
            given.get("project"),
            given.get("type"),
            given.get("amount"),
            given.getOrDefault("currency", "USD"),
            given.get("day"),
            given.getOrDefault("financier", "PRIVATE"),
            given.getOrDefault("handling", "PUBLIC").toUpperCase(Locale.ROOT));
  }

  static String paid(String project, String amount, String day) {
    return post("/transactions", transaction(project, "DISBURSEMENT", amount, day))
        .statusCode(201)
        .extract()
        .path("id");
  }

  static ValidatableResponse progress(String pledge, String query) {
    return get("/pledges/" + pledge + "/progress" + query).statusCode(200);
  }
}

package org.ecosec.alerts;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.ecosec.platform.testing.Tokens;

/** The API as an analyst uses it. */
final class Api {

  static final String ALERTS = "/alerts/v1/alerts";
  static final String SUBSCRIPTIONS = "/alerts/v1/subscriptions";

  private Api() {}

  static RequestSpecification as(String role) {
    return given().header("Authorization", Tokens.bearer(role)).contentType("application/json");
  }

  /** Subscribes a receiver to products that begin so; answers the id and the secret. */
  static Subscribed subscribe(String url, String productPrefix) {
    return subscribed(
        subscribing("{\"products\": [\"%s\"]}".formatted(productPrefix), url).statusCode(201));
  }

  static Subscribed subscribed(ValidatableResponse response) {
    var body = response.extract().jsonPath();
    return new Subscribed(body.getString("subscription.subscriptionId"), body.getString("secret"));
  }

  static ValidatableResponse subscribing(String filter, String url) {
    return as("analyst")
        .body(
            "{\"filter\": %s, \"channel\": {\"type\": \"WEBHOOK\", \"url\": \"%s\"}}"
                .formatted(filter, url))
        .post(SUBSCRIPTIONS)
        .then();
  }

  record Subscribed(String id, String secret) {}

  /** The alerts of a product, newest first. */
  static List<JsonNode> alerts(String product) {
    var answer = given().queryParam("product", product).get(ALERTS).asString();
    return Json.parse(answer).path("items").valueStream().toList();
  }

  /** The one alert of a product once it has had so many changes. */
  static JsonNode alert(String product, int sequence) {
    return Eventually.get(
            "alert of " + product + " at " + sequence,
            () -> alerts(product),
            found -> !found.isEmpty() && found.getFirst().path("sequence").asInt() >= sequence)
        .getFirst();
  }

  static JsonPath get(String path) {
    return given().get(path).then().statusCode(200).extract().jsonPath();
  }
}

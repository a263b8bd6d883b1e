package org.ecosec.alerts;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.ecosec.platform.testing.Tokens;

/** The API as an analyst uses it. */
public final class Api {

  public static final String ALERTS = "/alerts/v1/alerts";
  public static final String SUBSCRIPTIONS = "/alerts/v1/subscriptions";

  private Api() {}

  public static RequestSpecification as(String role) {
    return given().header("Authorization", Tokens.bearer(role)).contentType("application/json");
  }

  /** Subscribes a receiver to products that begin so; answers the id and the secret. */
  public static Subscribed subscribe(String url, String productPrefix) {
    return subscribed(
        subscribing("{\"products\": [\"%s\"]}".formatted(productPrefix), url).statusCode(201));
  }

  public static Subscribed subscribed(ValidatableResponse response) {
    var body = response.extract().jsonPath();
    return new Subscribed(body.getString("subscription.subscriptionId"), body.getString("secret"));
  }

  public static ValidatableResponse subscribing(String filter, String url) {
    return as("analyst")
        .body(
            "{\"filter\": %s, \"channel\": {\"type\": \"WEBHOOK\", \"url\": \"%s\"}}"
                .formatted(filter, url))
        .post(SUBSCRIPTIONS)
        .then();
  }

  public record Subscribed(String id, String secret) {}

  /** The alerts of a product, newest first. */
  public static List<JsonNode> alerts(String product) {
    var answer = given().queryParam("product", product).get(ALERTS).asString();
    return Json.parse(answer).path("items").valueStream().toList();
  }

  /** The one alert of a product once it has had so many changes. */
  public static JsonNode alert(String product, int sequence) {
    return Eventually.get(
            "alert of " + product + " at " + sequence,
            () -> alerts(product),
            found -> !found.isEmpty() && found.getFirst().path("sequence").asInt() >= sequence)
        .getFirst();
  }

  public static String notifications(String product) {
    return ALERTS + "/" + alert(product, 1).path("alertId").asText() + "/notifications?limit=1000";
  }

  public static JsonPath get(String path) {
    return given().get(path).then().statusCode(200).extract().jsonPath();
  }
}

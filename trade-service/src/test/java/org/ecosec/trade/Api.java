package org.ecosec.trade;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Reads of the service as JSON. */
public final class Api {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Api() {}

  /** The answer to a GET that must succeed. */
  public static JsonNode get(String path, Map<String, ?> query) {
    return json(given().queryParams(query).get(path).then().statusCode(200).extract().asString());
  }

  /** The items of a list. */
  public static JsonNode items(String path, Map<String, ?> query) {
    return get(path, query).get("items");
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}

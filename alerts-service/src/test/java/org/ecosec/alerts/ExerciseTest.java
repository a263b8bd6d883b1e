package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An exercise looks like an alert and is marked wherever it is shown. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class ExerciseTest {

  private final String product = Indicator.newProduct();

  @Test
  void theAlertsOfARuleForExercisesAreMarkedWhereverTheyAreTold() {
    try (var desk = new Receiver()) {
      Api.subscribe(desk.url(), product);
      Indicator.of(product).period("2023").hhi("0.1", "0.1").top("CHN", "0.1").publish();
      Eventually.holds(
          "the product is known", () -> Kept.knows("trade.indicators.v1", "JPN|HS|" + product));
      Api.as("steward").body(rule()).post("/alerts/v1/rules").then().statusCode(201);
      Indicator.of(product).period("2024").hhi("0.2", "0.21").top("CHN", "0.3").publish();
      var alert = Api.alert(product, 1);
      assertThat(alert.path("exercise").asBoolean()).isTrue();
      assertThat(data(desk, 1).path("exercise").asBoolean()).isTrue();
      given()
          .get("/alerts/v1/feed.atom")
          .then()
          .body(containsString("EXERCISE: drill of " + product));
      var id = alert.path("alertId").asText();
      Eventually.holds(
          "the ledger says so",
          () ->
              given()
                  .get("/alerts/v1/ledger/export")
                  .asString()
                  .lines()
                  .anyMatch(line -> line.contains(id) && line.contains("\"exercise\":true")));
      // Once an exercise, always one.
      Indicator.of(product).period("2025").hhi("0.2", "0.21").top("CHN", "0.31").publish();
      assertThat(Api.alert(product, 2).path("exercise").asBoolean()).isTrue();
    }
  }

  @Test
  void aStewardMarksAnOpenAlertAndWhoWasToldHearsOfIt() {
    try (var desk = new Receiver()) {
      Api.subscribe(desk.url(), product);
      Indicator.of(product).publish();
      desk.await(1);
      var path = Api.ALERTS + "/" + Api.alert(product, 1).path("alertId").asText();
      assertThat(data(desk, 1).path("exercise").asBoolean()).isFalse();
      Api.as("analyst").post(path + "/exercise").then().statusCode(403);
      Api.as("steward")
          .post(path + "/exercise")
          .then()
          .statusCode(200)
          .body("exercise", equalTo(true))
          .body("sequence", equalTo(2));
      var told = data(desk, 2);
      assertThat(told.path("change").asText()).isEqualTo("UPDATED");
      assertThat(told.path("reason").asText()).isEqualTo("MARKED_AS_EXERCISE");
      assertThat(told.path("exercise").asBoolean()).isTrue();
      Api.as("steward")
          .post(path + "/exercise")
          .then()
          .statusCode(409)
          .body("type", equalTo("urn:ecosec:problem:not-to-mark"));
    }
  }

  @Test
  void anExerciseStandsBeforeNoRealAlert() {
    var measure = "drill-" + product;
    Sample.of("trade.exposures.v1")
        .put("measureId", measure)
        .json(
            "flows",
            """
            [{"code": "%s", "coverage": "FULL", "basis": "REPORTED", "product": "%s",
              "period": "2024", "valueUsd": 1, "importsUsd": 3, "share": 0.333, "reason": null,
              "hhiLower": null, "hhiUpper": null, "verdict": null, "alternatives": []}]
            """
                .formatted(product, product))
        .publish(measure + "|JPN");
    var exposures =
        Eventually.get(
            "the exposure",
            () -> items(Api.ALERTS + "?kind=MEASURE_EXPOSURE&measure=" + measure),
            found -> !found.isEmpty());
    for (var exposure : exposures) {
      Api.as("steward")
          .post(Api.ALERTS + "/" + exposure.path("alertId").asText() + "/exercise")
          .then()
          .statusCode(200);
    }
    Indicator.of(product).publish();
    var own =
        Eventually.get(
            "the concentration",
            () -> items(Api.ALERTS + "?kind=CONCENTRATION&product=" + product),
            found -> !found.isEmpty());
    assertThat(own.getFirst().path("muted").isNull()).isTrue();
  }

  private static JsonNode data(Receiver desk, int number) {
    return Json.parse(desk.await(number).get(number - 1).body()).path("data");
  }

  private static List<JsonNode> items(String path) {
    return Json.parse(given().get(path).asString()).path("items").valueStream().toList();
  }

  private String rule() {
    return """
    {"id": "drill-%s", "kind": "CONCENTRATION", "enabled": true, "where": "product == '%s'",
     "raiseWhen": "above(hhiLower, 0.15)", "resolveWhen": "below(hhiUpper, 0.01)",
     "title": "drill of {product}", "text": "drill", "exercise": true}
    """
        .formatted(product, product);
  }
}

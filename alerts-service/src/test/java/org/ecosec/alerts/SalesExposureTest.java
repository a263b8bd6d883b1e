package org.ecosec.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What another's measure on imports does to an economy's sales. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class SalesExposureTest {

  private static final String TOPIC = "trade.exposures.v1";

  private final String product = Indicator.newProduct();
  private final String measure = "tariff-" + product;
  private String unreported = "[]";

  @Test
  void theSellerIsToldWhatATariffStandsInTheWayOf() {
    try (var desk = new Receiver()) {
      Api.subscribed(
          Api.subscribing("{\"kinds\": [\"SALES_EXPOSURE\"], \"economies\": [\"JPN\"]}", desk.url())
              .statusCode(201));
      exposure("null", "38987200000.0");
      var alert = alert("sales-exposure");
      assertThat(alert.path("title").asText())
          .isEqualTo("JPN may sell less under: USA: tariffs on cars");
      assertThat(alert.path("text").asText())
          .isEqualTo(
              "JPN sells at most USD 39.0 billion to USA of products that the measure covers (%s)."
                      .formatted(product)
                  + " Data through 2024.");
      assertThat(alert.at("/subject/importer").asText()).isEqualTo("USA");
      assertThat(alert.at("/subject/partner").asText()).isEqualTo("JPN");
      assertThat(alert.path("group").asText()).isEqualTo("measure|" + measure);
      // What is covered in part is no more than a warning, and no sure billion.
      assertThat(alerts("large-sales-exposure")).isEmpty();
      assertThat(alerts("measure-exposure")).isEmpty();
      assertThat(Json.parse(desk.await(1).getFirst().body()).at("/data/kind").asText())
          .isEqualTo("SALES_EXPOSURE");

      exposure("1200000000", "null");
      assertThat(alert("large-sales-exposure").path("text").asText())
          .startsWith("JPN sells USD 1.2 billion to USA");
      // The sale of a code that nobody reports is not nothing.
      unreported = "[\"870380\"]";
      exposure("0", "null");
      Eventually.holds(
          "what is surely below a billion ends",
          () -> alert("large-sales-exposure").path("state").asText().equals("RESOLVED"));
      assertThat(alert("sales-exposure").path("state").asText()).isEqualTo("RAISED");
      unreported = "[]";
      exposure("0", "null");
      Eventually.holds(
          "nothing is left",
          () -> alert("sales-exposure").path("state").asText().equals("RESOLVED"));
    }
  }

  @Test
  void aSellersExposureSpeaksForNoAlertOfWhatItBuys() {
    exposure("1200000000", "null");
    alert("sales-exposure");
    Indicator.of(product).publish();
    var own =
        Eventually.get(
            "the concentration",
            () ->
                Api.alerts(product).stream()
                    .filter(alert -> alert.path("kind").asText().equals("CONCENTRATION"))
                    .toList(),
            found -> !found.isEmpty());
    assertThat(own.getFirst().path("muted").isNull()).isTrue();
  }

  private void exposure(String fullUsd, String partialAtMostUsd) {
    var coverage = partialAtMostUsd.equals("null") ? "FULL" : "PARTIAL";
    Sample.of(TOPIC, "exports")
        .put("measureId", measure)
        .json("unreportedCodes", unreported)
        .json("fullUsd", fullUsd)
        .json("partialAtMostUsd", partialAtMostUsd)
        .json(
            "flows",
            """
            [{"code": "%s", "coverage": "%s", "basis": "REPORTED", "product": "%s",
              "period": "2024", "valueUsd": 1, "importsUsd": 3, "share": 0.333, "reason": null,
              "hhiLower": null, "hhiUpper": null, "verdict": null, "alternatives": []}]
            """
                .formatted(product, coverage, product))
        .publish(measure + "|JPN");
  }

  private JsonNode alert(String rule) {
    return Eventually.get(rule, () -> alerts(rule), found -> !found.isEmpty()).getFirst();
  }

  private List<JsonNode> alerts(String rule) {
    var answer =
        RestAssured.given().get(Api.ALERTS + "?rule=" + rule + "&measure=" + measure).asString();
    return Json.parse(answer).path("items").valueStream().toList();
  }
}

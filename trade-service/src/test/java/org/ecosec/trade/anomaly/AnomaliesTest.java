package org.ecosec.trade.anomaly;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.testing.Contracts;
import org.ecosec.trade.RealTrade;
import org.ecosec.trade.Reference;
import org.ecosec.trade.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class AnomaliesTest {

  private static final Topic ANOMALIES = new Topic("trade.anomalies.v1");
  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue,netWgt\n";

  private final ObjectMapper json;

  AnomaliesTest(ObjectMapper json) {
    this.json = json;
  }

  // The z values were recomputed from the shipped file by a separate script (Python, no library).
  @Test
  void chinasGraphiteOfDecember2023IsFlaggedAndItsGalliumCodeIsNot() throws Exception {
    china();
    eventually(
        () ->
            assertThat(flagged(Map.of("product", "250410", "period", "2023-12")).size())
                .isGreaterThan(5));
    var japan =
        flagged(
                Map.of(
                    "product", "250410", "period", "2023-12", "partner", "JPN", "metric", "VALUE"))
            .get(0);
    assertThat(japan.get("tier").asText()).isEqualTo("ALERT");
    assertThat(japan.get("direction").asText()).isEqualTo("DROP");
    assertThat(japan.get("z").doubleValue()).isCloseTo(-13.4003, within(0.00005));
    assertThat(japan.get("observed").doubleValue()).isEqualTo(7_003);
    assertThat(japan.get("expected").doubleValue()).isCloseTo(3_487_704.98, within(0.01));
    assertThat(japan.at("/evidence/0/kind").asText()).isEqualTo("PARTNERS");
    assertThat(japan.at("/evidence/0/partners").toString()).contains("USA", "KOR", "IND");
    var all =
        flagged(
                Map.of(
                    "product", "250410", "period", "2023-12", "partner", "ALL", "metric", "VALUE"))
            .get(0);
    assertThat(all.get("z").doubleValue()).isCloseTo(-8.8669, within(0.00005));

    for (var metric : List.of("VALUE", "WEIGHT")) {
      assertThat(
              flagged(
                  Map.of(
                      "product",
                      "811292",
                      "period",
                      "2023-08",
                      "direction",
                      "DROP",
                      "metric",
                      metric)))
          .isEmpty();
    }
    assertThat(
            flagged(
                Map.of(
                    "product",
                    "811292",
                    "period",
                    "2023-08",
                    "direction",
                    "DROP",
                    "tier",
                    "ALERT")))
        .isEmpty();
    var gallium = series("811292", "ALL");
    var august = month(gallium, "2023-08");
    assertThat(august.get("reading").asText()).isEqualTo("CANNOT_EXCLUDE");
    assertThat(august.get("reason").asText()).isEqualTo("MIXED_BASKET");
    assertThat(august.get("z").doubleValue()).isCloseTo(-1.3618, within(0.00005));
    assertThat(gallium.get("cannotExclude").asText()).contains("cannot be excluded", "gallium");
  }

  @Test
  void aSeriesShowsItsBandItsUnscoredMonthsAndItsBreak() throws Exception {
    china();
    var graphite = series("250410", "JPN");
    assertThat(month(graphite, "2018-05").get("reading").asText()).isEqualTo("NOT_SCORED");
    assertThat(month(graphite, "2018-05").get("reason").asText()).isEqualTo("SHORT_HISTORY");
    assertThat(month(graphite, "2023-01").get("reason").asText()).isEqualTo("READ_WITH_FEBRUARY");
    var december = month(graphite, "2023-12");
    assertThat(december.get("reading").asText()).isEqualTo("FLAGGED");
    assertThat(december.get("observed").decimalValue())
        .isLessThan(december.get("lower").decimalValue());
    assertThat(graphite.at("/levelBreak/significance").asText()).isNotEmpty();
    given()
        .queryParams(Map.of("reporter", "CHN", "product", "250410", "partner", "BOL"))
        .get("/trade/v1/anomalies/series")
        .then()
        .statusCode(404);
    given().get("/trade/v1/anomalies/series?product=250410").then().statusCode(400);
    given().get("/trade/v1/anomalies?tier=RED").then().statusCode(400);
  }

  @Test
  void onlyTheNewestMonthOfAWatchedSeriesIsToldAndARevisionTakesItBack() throws Exception {
    var source = "monthly-told";
    var csv = new StringBuilder(HEADER);
    for (var month = YearMonth.of(2020, 1);
        month.isBefore(YearMonth.of(2024, 6));
        month = month.plusMonths(1)) {
      rows(csv, month, 1_000_000);
    }
    imported(csv.toString(), source);
    var june = new StringBuilder(HEADER);
    rows(june, YearMonth.of(2024, 6), 10_000);
    imported(june.toString(), source);
    var told = ANOMALIES.await(2, record -> record.value().contains(source));
    assertThat(told).extracting(record -> record.key()).contains("JPN|VNM|IMPORT|HS|250410");
    for (var record : told) {
      assertThat(Contracts.violations("trade.anomalies.v1", record.value())).isEmpty();
      var event = json.readTree(record.value());
      assertThat(event.get("period").asText()).isEqualTo("2024-06");
      assertThat(event.get("tier").asText()).isEqualTo("ALERT");
      assertThat(event.get("baseline").booleanValue()).isFalse();
    }
    assertThat(told).noneMatch(record -> record.key().startsWith("FRA"));

    var before = flagged(Map.of("source", source));
    imported(june.toString().replace(",10000,", ",1000000,"), source);
    var all = ANOMALIES.await(told.size() + 1, record -> record.value().contains(source));
    var last = json.readTree(all.getLast().value());
    assertThat(last.get("tier").asText()).isEqualTo("NONE");
    eventually(() -> assertThat(flagged(Map.of("source", source, "metric", "VALUE"))).isEmpty());
    assertThat(before).isNotEmpty();
  }

  private static void rows(StringBuilder csv, YearMonth month, int value) {
    var period = month.toString().replace("-", "");
    csv.append("%s,JPN,VNM,M,250410,%d,50\n".formatted(period, value));
    csv.append("%s,FRA,VNM,M,250410,%d,50\n".formatted(period, value));
  }

  private void china() {
    for (var name :
        List.of("china-exports-monthly.history.csv.gz", "china-exports-monthly.newest.csv.gz")) {
      imported(
              Reference.file(name), Map.of("format", "mapped", "profile", "china-comtrade-monthly"))
          .body("rowsRejected", equalTo(0));
    }
  }

  private JsonNode flagged(Map<String, String> query) {
    return read(given()
            .queryParams(query)
            .queryParam("limit", 1_000)
            .get("/trade/v1/anomalies")
            .then()
            .statusCode(200)
            .extract()
            .asString())
        .get("items");
  }

  private JsonNode series(String product, String partner) {
    return read(
        given()
            .queryParams(Map.of("reporter", "CHN", "product", product, "partner", partner))
            .get("/trade/v1/anomalies/series")
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  private static JsonNode month(JsonNode series, String period) {
    for (JsonNode point : series.get("points")) {
      if (point.get("period").asText().equals(period)) {
        return point;
      }
    }
    throw new AssertionError("No month " + period);
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException wrong) {
      throw new AssertionError(wrong);
    }
  }
}

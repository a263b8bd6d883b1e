package org.ecosec.trade.production;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.ecosec.platform.testing.Tokens;
import org.ecosec.trade.Api;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class GovernanceTest {

  private static final String SCORES = "/trade/v1/governance-scores";
  private static final String HEADER = "source,year,economy,score\n";
  private static final String AT_FIRST = "2000-01-01T00:00:00Z";

  // Other tests rest on the scores that ship.
  @AfterEach
  void asShipped() {
    var all = new StringBuilder(HEADER);
    for (JsonNode score : Api.items(SCORES, Map.of("asOf", AT_FIRST, "limit", "1000"))) {
      all.append(
          "\"%s\",2022,%s,%s\n"
              .formatted(
                  score.get("source").asText(),
                  score.get("economy").asText(),
                  score.get("score").asText()));
    }
    load(all.toString()).statusCode(200);
  }

  // Gallium 2023: China 621, Russia 6, Japan and South Korea 3 each of 633 (USGS). With a score of
  // 1
  // for China and 0.5 for the others: (36 + 9 + 9) / 633^2 * 5 = 0.000674.
  @Test
  void newScoresWeightAnewAndWhatWasKnownStaysKnown() {
    var before = gallium(Map.of());
    assertThat(before.get("hhiWgi").doubleValue()).isCloseTo(5.454449206408, within(1e-9));
    assertThat(before.get("governanceYear").asText()).isEqualTo("2022");
    var then = Instant.now().toString();
    load(HEADER
            + "WGI 2025,2024,CHN,1\nWGI 2025,2024,RUS,0.5\nWGI 2025,2024,JPN,0.5\n"
            + "WGI 2025,2024,KOR,0.5\n")
        .statusCode(200)
        .body("scores", equalTo(4))
        .body("changed", equalTo(213));
    var after = gallium(Map.of());
    assertThat(after.get("hhiWgi").doubleValue()).isCloseTo(54.0 / (633 * 633) * 5, within(1e-9));
    assertThat(after.get("governanceSource").asText()).isEqualTo("WGI 2025");
    assertThat(after.get("hhi")).isEqualTo(before.get("hhi"));
    assertThat(gallium(Map.of("asOf", then))).isEqualTo(before);
  }

  @Test
  void theSameScoresChangeNothingAndAWrongRowRefusesTheFile() {
    var file = HEADER + "WGI 2025,2024,CHN,0.4\n";
    load(file).statusCode(200);
    load(file).statusCode(200).body("changed", equalTo(0)).body("revision", nullValue());
    refused("WGI 2025,2024,CHN,1.1\n", "line:2/score");
    refused("WGI 2025,2024,XYZ,0.4\n", "line:2/economy");
    refused("WGI 2025,2024,CHN,0.4\nWGI 2025,2024,CHN,0.5\n", "line:3/economy");
    refused("WGI 2025,2024,CHN,0.4\nWGI 2025,2023,JPN,0.5\n", "line:3/year");
    load("a,b\n1,2\n").statusCode(422);
    given()
        .header("Authorization", Tokens.bearer("analyst"))
        .contentType("text/csv")
        .body(file)
        .post(SCORES + "/imports")
        .then()
        .statusCode(403);
  }

  private static void refused(String rows, String pointer) {
    load(HEADER + rows).statusCode(422).body("errors[0].pointer", equalTo(pointer));
  }

  private static ValidatableResponse load(String csv) {
    return given()
        .header("Authorization", Tokens.bearer("steward"))
        .contentType("text/csv")
        .body(csv)
        .post(SCORES + "/imports")
        .then();
  }

  private static JsonNode gallium(Map<String, String> more) {
    var query = new HashMap<>(more);
    query.putAll(
        Map.of(
            "mineral", "gallium", "stage", "REFINING", "year", "2023", "source", "usgs-mcs-2025"));
    return Api.items("/trade/v1/production-concentrations", query).get(0);
  }
}

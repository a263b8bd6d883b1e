package org.ecosec.trade.diversion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.trade.Files.imported;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class DiversionsTest {

  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n";

  private final ObjectMapper json;

  DiversionsTest(ObjectMapper json) {
    this.json = json;
  }

  private static String year(int year, int direct, int into, int out, int other) {
    return """
        %1$d,NZL,FJI,M,710811,%2$d
        %1$d,WSM,FJI,M,710811,%3$d
        %1$d,NZL,WSM,M,710811,%4$d
        %1$d,TON,FJI,M,710811,10
        %1$d,NZL,TON,M,710811,10
        %1$d,WSM,FJI,M,710812,%5$d
        %1$d,TON,FJI,M,710812,100
        """
        .formatted(year, direct, into, out, other);
  }

  @Test
  void aHubThatGrewAsTheDirectWayFellIsConsistentWithDiversionAndAQuietOneIsNot() throws Exception {
    imported(
        HEADER + year(2021, 100, 10, 5, 100) + year(2022, 40, 60, 45, 120), "diversion-annual");
    var found = items("origin=FJI&market=NZL&product=710811&from=2022");
    assertThat(found).hasSize(2);
    var samoa = found.get(0);
    assertThat(samoa.get("hub").asText()).isEqualTo("WSM");
    assertThat(samoa.get("reading").asText()).isEqualTo("CONSISTENT_WITH_DIVERSION");
    assertThat(samoa.at("/direct/change").doubleValue()).isCloseTo(-0.6, within(1e-9));
    assertThat(samoa.at("/inflow/change").doubleValue()).isCloseTo(5, within(1e-9));
    assertThat(samoa.get("controlGrowth").doubleValue()).isCloseTo(0.2, within(1e-9));
    assertThat(samoa.get("divertedAtMostUsd").doubleValue()).isEqualTo(40);
    assertThat(samoa.get("confidence").asText()).isEqualTo("MEDIUM");
    assertThat(samoa.get("hubCapacity").asText()).isEqualTo("UNKNOWN");
    assertThat(samoa.get("hubCapacityReason").asText()).isEqualTo("NO_MINERAL");
    var tonga = found.get(1);
    assertThat(tonga.get("reading").asText()).isEqualTo("NOT_CONSISTENT");
    assertThat(tonga.get("divertedAtMostUsd").isNull()).isTrue();
    assertThat(tonga.get("failed").toString()).contains("INFLOW_DID_NOT_RISE");
    assertThat(json.writeValueAsString(found).toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("evasion");
  }

  @Test
  void aTriangleThatIsNotNamedIsRefused() {
    given().get("/trade/v1/diversions?origin=FJI").then().statusCode(400);
    given()
        .get("/trade/v1/diversions?origin=FJI&market=NZL&product=710811&from=soon")
        .then()
        .statusCode(400);
    given()
        .get("/trade/v1/diversions?origin=FJI&market=NZL&product=1&from=2022-01&months=13")
        .then()
        .statusCode(400);
  }

  private JsonNode items(String query) throws Exception {
    return json.readTree(
            given()
                .get("/trade/v1/diversions?" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString())
        .get("items");
  }
}

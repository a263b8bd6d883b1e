package org.ecosec.trade.mirror;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.trade.Files.imported;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.ecosec.trade.Api;
import org.ecosec.trade.RealTrade;
import org.ecosec.trade.Reference;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class MirrorGapsTest {

  private static final String GAPS = "/trade/v1/mirror-gaps";
  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n";

  // UN Comtrade, nickel ore 2013: China reports imports of 2,999,735,460 from Indonesia, Indonesia
  // exports of 1,447,415,806 to China; ratio 2.072476, at FOB 1.955166, ln(1 / 1.955166) =
  // -0.670475.
  @Test
  void chinaSawTwiceTheOreThatIndonesiaDid() {
    imported(
        Reference.file("comtrade-nickel.history.csv.gz"),
        Map.of("format", "comtrade", "source", "un-comtrade-nickel"));
    var gap =
        Api.items(
                GAPS,
                Map.of("importer", "CHN", "exporter", "IDN", "product", "260400", "period", "2013"))
            .get(0);
    assertThat(gap.get("importUsd").doubleValue()).isEqualTo(2_999_735_460.0);
    assertThat(gap.get("exportUsd").doubleValue()).isEqualTo(1_447_415_806.0);
    assertThat(gap.get("ratio").doubleValue()).isCloseTo(2.072476, within(1e-6));
    assertThat(gap.get("ratioAtFob").doubleValue()).isCloseTo(1.955166, within(1e-6));
    assertThat(gap.get("logGap").doubleValue()).isCloseTo(-0.670475, within(1e-6));
    assertThat(kinds(gap)).containsExactly("VALUATION", "TIMING", "RE_EXPORT");
    assertThat(gap.at("/reasons/2/likelihood").asText()).isEqualTo("LIKELY");
    var all = Api.items(GAPS, Map.of("importer", "CHN", "product", "260400", "period", "2013"));
    assertThat(all.size()).isGreaterThan(10);
  }

  @Test
  void freightAloneExplainsSixPercentAndAMissingSideIsSaid() {
    imported(
        HEADER
            + "2020,SWE,NOR,M,0101,106\n2020,NOR,SWE,X,0101,100\n2020,SWE,NOR,M,0102,50\n2020,NOR,SWE,X,0103,70\n",
        "gaps");
    var gaps = Api.items(GAPS, Map.of("importer", "SWE", "exporter", "NOR", "period", "2020"));
    assertThat(gaps).hasSize(3);
    assertThat(gaps.at("/0/ratioAtFob").doubleValue()).isEqualTo(1);
    assertThat(kinds(gaps.get(0))).containsExactly("VALUATION");
    assertThat(gaps.at("/0/reasons/0/likelihood").asText()).isEqualTo("LIKELY");
    assertThat(gaps.at("/1/reason").asText()).isEqualTo("NOT_REPORTED_BY_EXPORTER");
    assertThat(gaps.at("/1/exportUsd").isNull()).isTrue();
    assertThat(gaps.at("/1/ratio").isNull()).isTrue();
    assertThat(gaps.at("/2/reason").asText()).isEqualTo("NOT_REPORTED_BY_IMPORTER");
    given().queryParam("importer", "SWE").get(GAPS).then().statusCode(400);
  }

  private static List<String> kinds(JsonNode gap) {
    return StreamSupport.stream(gap.get("reasons").spliterator(), false)
        .map(reason -> reason.get("kind").asText())
        .toList();
  }
}

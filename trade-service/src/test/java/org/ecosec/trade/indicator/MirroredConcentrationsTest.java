package org.ecosec.trade.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.trade.Api;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class MirroredConcentrationsTest {

  private static final String CONCENTRATIONS = "/trade/v1/concentrations";
  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue,netWgt\n";
  // With China, Australia and Brazil twenty that report their exports.
  private static final List<String> OTHERS =
      List.of(
          "ALB", "ARG", "ARM", "AUT", "BEL", "BGR", "BOL", "BRB", "CHE", "CYP", "CZE", "DNK", "EST",
          "FIN", "GEO", "GRC", "HRV");

  // By hand: 60, 30 and 10 of 100 give 0.36 + 0.09 + 0.01 = 0.46; a factor for freight that is the
  // same for all three would not change it.
  @Test
  void partnersSpeakForAnImporterThatDoesNotReport() {
    imported(sales("PRK", "2005", OTHERS), "mirror-absent");
    var korea = items(Map.of("importer", "PRK", "source", "mirror-absent", "expand", "inputs"));
    assertThat(korea).hasSize(1);
    var cell = korea.get(0);
    assertThat(cell.get("side").asText()).isEqualTo("MIRROR");
    assertThat(cell.get("hhi").doubleValue()).isCloseTo(0.46, within(1e-12));
    assertThat(cell.get("hhiLower")).isEqualTo(cell.get("hhi"));
    assertThat(cell.at("/top1/partner").asText()).isEqualTo("CHN");
    assertThat(cell.get("totalUsd").doubleValue()).isEqualTo(100);
    assertThat(cell.get("coverage").isNull()).isTrue();
    assertThat(cell.get("confidence").asText()).isEqualTo("LOW");
    assertThat(cell.get("verdict").asText()).isEqualTo("CONCENTRATED");
    assertThat(cell.get("ranks")).isEmpty();
    assertThat(cell.at("/mirror/valuation").asText()).isEqualTo("FOB");
    assertThat(cell.at("/mirror/reporters").intValue()).isEqualTo(20);
    assertThat(cell.at("/mirror/cifOverFob").doubleValue()).isEqualTo(1.06);
    assertThat(cell.at("/mirror/cifOverFobCitation").asText()).contains("IMF");
    assertThat(cell.get("inputs").findValuesAsText("partner")).containsExactly("CHN", "AUS", "BRA");
    // By weight: 300, 100 and 100 of 500.
    assertThat(cell.at("/quantity/hhi").doubleValue()).isCloseTo(0.44, within(1e-12));
    var detail = Api.get(cell.get("inputsAt").asText(), Map.of());
    assertThat(detail.get("concentration")).isEqualTo(cell);
    assertThat(items(Map.of("importer", "PRK", "source", "mirror-absent")).at("/0/inputs").isNull())
        .isTrue();
    assertThat(items(Map.of("importer", "PRK", "source", "mirror-absent", "side", "REPORTED")))
        .isEmpty();
    assertThat(items(Map.of("importer", "PRK", "verdict", "NOT_CONCENTRATED"))).isEmpty();
  }

  @Test
  void aFewExportersGiveSharesButNoVerdict() {
    imported(sales("CUB", "2005", List.of()), "mirror-few");
    var cuba = items(Map.of("importer", "CUB", "source", "mirror-few")).get(0);
    assertThat(cuba.get("hhi").doubleValue()).isCloseTo(0.46, within(1e-12));
    assertThat(cuba.get("verdict").isNull()).isTrue();
    assertThat(cuba.get("reason").asText()).isEqualTo("FEW_EXPORTERS_REPORT");
    assertThat(cuba.at("/mirror/reporters").intValue()).isEqualTo(3);
  }

  // Its own report of 2006 replaces the mirror of 2006 whole; 2007, which it has not reported yet,
  // stays mirrored. What was known before stays known.
  @Test
  void anOwnReportReplacesTheMirrorOfItsPeriodAndNothingIsMixed() {
    imported(
        sales("IRQ", "2006", OTHERS)
            + sales("IRQ", "2007", OTHERS)
                .lines()
                .skip(1)
                .reduce("", (all, line) -> all + line + "\n"),
        "mirror-late");
    assertThat(sides("IRQ", Map.of())).containsExactly("2006 MIRROR", "2007 MIRROR");
    var before = Instant.now().toString();
    imported(HEADER + "2006,IRQ,CHN,M,0101,50,1\n2006,IRQ,W00,M,0101,50,1\n", "mirror-late");
    eventually(
        () -> assertThat(sides("IRQ", Map.of())).containsExactly("2006 REPORTED", "2007 MIRROR"));
    assertThat(
            items(Map.of("importer", "IRQ", "source", "mirror-late")).at("/0/totalUsd").intValue())
        .isEqualTo(50);
    assertThat(sides("IRQ", Map.of("limit", "1"))).containsExactly("2006 REPORTED", "2007 MIRROR");
    assertThat(sides("IRQ", Map.of("limit", "1", "sort", "hhi")))
        .containsExactly("2007 MIRROR", "2006 REPORTED");
    assertThat(sides("IRQ", Map.of("side", "MIRROR", "newest", "true")))
        .containsExactly("2007 MIRROR");
    assertThat(sides("IRQ", Map.of("asOf", before))).containsExactly("2006 MIRROR", "2007 MIRROR");
  }

  @Test
  void aMirrorNeedsAnImporterAndAProductOrASector() {
    given().queryParam("side", "MIRROR").get(CONCENTRATIONS).then().statusCode(400);
    given().queryParam("side", "BOTH").get(CONCENTRATIONS).then().statusCode(400);
    given()
        .queryParams(Map.of("side", "MIRROR", "importer", "PRK"))
        .get(CONCENTRATIONS)
        .then()
        .statusCode(400);
    imported(sales("LBY", "2005", List.of()).replace(",0101,", ",2504,"), "mirror-sector");
    var sector =
        Api.items(
            CONCENTRATIONS,
            Map.of(
                "side", "MIRROR",
                "importer", "LBY",
                "sector", "critical-minerals",
                "source", "mirror-sector"));
    assertThat(sector.findValuesAsText("product")).containsExactly("2504");
  }

  private static String sales(String importer, String period, List<String> others) {
    var rows = new StringBuilder(HEADER);
    rows.append("%s,CHN,%s,X,0101,60,300\n".formatted(period, importer));
    rows.append("%s,AUS,%s,X,0101,30,100\n".formatted(period, importer));
    rows.append("%s,BRA,%s,X,0101,10,100\n".formatted(period, importer));
    rows.append("%s,BRA,CHL,X,0101,7000,100\n".formatted(period));
    others.forEach(other -> rows.append("%s,%s,CHL,X,0102,5,5\n".formatted(period, other)));
    return rows.toString();
  }

  private static JsonNode items(Map<String, String> query) {
    var all = new HashMap<>(query);
    all.put("product", "0101");
    return Api.items(CONCENTRATIONS, all);
  }

  /** Period and side of each item, page by page. */
  private static List<String> sides(String importer, Map<String, String> more) {
    var query = new HashMap<String, String>(more);
    query.putAll(Map.of("importer", importer, "product", "0101", "source", "mirror-late"));
    var found = new ArrayList<String>();
    while (true) {
      var page = Api.get(CONCENTRATIONS, query);
      page.get("items")
          .forEach(
              item -> found.add(item.get("period").asText() + " " + item.get("side").asText()));
      if (page.get("next").isNull()) {
        return found;
      }
      query.put("cursor", page.get("next").asText());
    }
  }
}

package org.ecosec.trade.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.testing.Tokens;
import org.ecosec.trade.Api;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class ConcentrationListTest {

  private static final String CONCENTRATIONS = "/trade/v1/concentrations";
  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n";
  private static final String WEIGHED =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue,netWgt\n";

  private final Database database;

  ConcentrationListTest(Database database) {
    this.database = database;
  }

  @Test
  void everyFigureSortsBothWaysAndWhatIsMissingComesLast() {
    // A point for 0101 and 0102; 0103 has bounds only.
    imported(
        HEADER
            + "2020,NZL,CHN,M,0101,90\n2020,NZL,AUS,M,0101,10\n2020,NZL,W00,M,0101,100\n"
            + "2020,NZL,CHN,M,0102,500\n2020,NZL,AUS,M,0102,500\n2020,NZL,W00,M,0102,1000\n"
            + "2020,NZL,CHN,M,0103,10\n2020,NZL,W00,M,0103,100\n",
        "sorts");
    awaitCells("NZL", "sorts", 3);
    assertThat(sorted("hhi")).containsExactly("0102", "0101", "0103");
    assertThat(sorted("-hhi")).containsExactly("0101", "0102", "0103");
    assertThat(sorted("-totalUsd")).containsExactly("0102", "0101", "0103");
    assertThat(sorted("-lossUsd")).containsExactly("0102", "0101", "0103");
    assertThat(sorted("suppliers")).containsExactly("0103", "0101", "0102");
    for (String figure :
        List.of(
            "hhiLower",
            "hhiUpper",
            "hhiNormalised",
            "effectiveSuppliers",
            "top1Share",
            "top3Share",
            "coverage",
            "unallocatedUsd",
            "residualUsd",
            "reImportsUsd",
            "lossShare",
            "quantityHhi")) {
      assertThat(sorted(figure)).as(figure).hasSize(3).doesNotHaveDuplicates();
    }
    assertThat(verdict("NONE")).containsExactly("0103");
    assertThat(verdict("CONCENTRATED")).containsExactly("0101", "0102");
    given().queryParam("sort", "hhi; drop table").get(CONCENTRATIONS).then().statusCode(400);
  }

  // By hand: weights 300 and 100, so 0.75^2 + 0.25^2 = 0.625, while values are 0.5.
  @Test
  void quantitiesGiveAnIndexOnlyWhereTheyCoverTheValue() {
    imported(
        WEIGHED
            + "2020,CHL,CHN,M,0101,50,300\n2020,CHL,AUS,M,0101,50,100\n2020,CHL,W00,M,0101,100,400\n"
            + "2020,CHL,CHN,M,0102,50,300\n2020,CHL,AUS,M,0102,50,0\n2020,CHL,W00,M,0102,100,300\n",
        "weighed");
    awaitCells("CHL", "weighed", 2);
    var items = Api.items(CONCENTRATIONS, Map.of("importer", "CHL", "source", "weighed"));
    assertThat(items.at("/0/quantity/hhi").doubleValue()).isCloseTo(0.625, within(1e-12));
    assertThat(items.at("/0/quantity/unit").asText()).isEqualTo("kg");
    assertThat(items.at("/0/hhi").doubleValue()).isCloseTo(0.5, within(1e-12));
    assertThat(items.at("/1/quantity/hhi").isNull()).isTrue();
    assertThat(items.at("/1/quantity/coverage").doubleValue()).isCloseTo(0.5, within(1e-12));
    assertThat(items.at("/1/quantity/reason").asText()).isEqualTo("LOW_QUANTITY_COVERAGE");
  }

  @Test
  void anAnswerNamesItsInputsThresholdsAndVintage() {
    imported(
        HEADER
            + "2021,PER,CHN,M,0101,60\n2021,PER,AUS,M,0101,30\n2021,PER,_X,M,0101,5\n2021,PER,PER,M,0101,5\n2021,PER,W00,M,0101,100\n",
        "named");
    awaitCells("PER", "named", 1);
    var view = Api.items(CONCENTRATIONS, Map.of("importer", "PER", "source", "named")).get(0);
    assertThat(view.get("inputs").isNull()).isTrue();
    assertThat(view.at("/threshold/above").doubleValue()).isEqualTo(0.4);
    assertThat(view.at("/threshold/citation").asText()).contains("SWD(2021) 352");
    assertThat(view.get("vintage").asText()).endsWith("Z");
    assertThat(view.get("lossUsd").doubleValue()).isEqualTo(60);
    assertThat(view.get("confidence").asText()).isEqualTo("MEDIUM");
    var detail = Api.get(view.get("inputsAt").asText(), Map.of());
    assertThat(texts(detail.at("/concentration/inputs"), "partner"))
        .containsExactly("W00", "CHN", "AUS", "PER", "_X");
    assertThat(texts(detail.at("/concentration/inputs"), "role"))
        .containsExactly("WORLD", "SUPPLIER", "SUPPLIER", "RE_IMPORT", "UNALLOCATED");
    assertThat(texts(detail.get("thresholds"), "use"))
        .containsExactly("RULE", "CONTEXT", "CONTEXT", "CONTEXT");
    var expanded =
        Api.items(CONCENTRATIONS, Map.of("importer", "PER", "source", "named", "expand", "inputs"));
    assertThat(expanded.at("/0/inputs")).isEqualTo(detail.at("/concentration/inputs"));
  }

  @Test
  void aCellIsRankedAmongTheImportersProductsOfItsSector() {
    imported(
        HEADER
            + "2021,KEN,CHN,M,2504,90\n2021,KEN,W00,M,2504,100\n2021,KEN,CHN,M,260400,50\n2021,KEN,W00,M,260400,100\n"
            + "2021,KEN,CHN,M,2822,70\n2021,KEN,W00,M,2822,100\n2021,KEN,CHN,M,0101,99\n2021,KEN,W00,M,0101,100\n",
        "ranked");
    awaitCells("KEN", "ranked", 4);
    var items = Api.items(CONCENTRATIONS, Map.of("importer", "KEN", "source", "ranked"));
    assertThat(items.get(0).get("ranks")).isEmpty();
    var second =
        StreamSupport.stream(items.spliterator(), false)
            .filter(item -> item.get("product").asText().equals("2822"))
            .findFirst()
            .orElseThrow()
            .get("ranks")
            .get(0);
    assertThat(second.get("sector").asText()).isEqualTo("critical-minerals");
    assertThat(second.get("rank").intValue()).isEqualTo(2);
    assertThat(second.get("of").intValue()).isEqualTo(3);
    assertThat(second.get("percentile").doubleValue()).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void computingAllAgainChangesNothingUnlessSomethingIsWrong() {
    imported(HEADER + "2020,ZMB,CHN,M,0101,80\n2020,ZMB,W00,M,0101,100\n", "again");
    awaitCells("ZMB", "again", 1);
    // Whatever is under way from other imports settles with the first run.
    eventually(() -> assertThat(recomputed()).isZero());
    var before = Api.get(CONCENTRATIONS, Map.of("importer", "ZMB", "source", "again"));
    database.update(
        "update concentration set hhi_lower = 0.1 where reporter = 'ZMB' and source = 'again'");
    assertThat(recomputed()).isEqualTo(1);
    var after = Api.get(CONCENTRATIONS, Map.of("importer", "ZMB", "source", "again"));
    assertThat(after.at("/items/0/hhiLower")).isEqualTo(before.at("/items/0/hhiLower"));
    assertThat(recomputed()).isZero();
    given()
        .header("Authorization", Tokens.bearer("steward"))
        .post("/trade/v1/recomputations")
        .then()
        .statusCode(403);
  }

  @Test
  void aCellOfWhichNothingIsLeftIsGone() {
    imported(HEADER + "2020,GHA,CHN,M,0101,80\n2020,GHA,W00,M,0101,100\n", "gone");
    awaitCells("GHA", "gone", 1);
    database.update(
        """
        update observation set to_revision = (select max(number) from revision)
        where slice_id in (select id from slice where source = 'gone')
        """);
    recomputed();
    assertThat(Api.items(CONCENTRATIONS, Map.of("importer", "GHA", "source", "gone"))).isEmpty();
  }

  private static long recomputed() {
    var location =
        given()
            .header("Authorization", Tokens.bearer("operator"))
            .post("/trade/v1/recomputations")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    eventually(
        () ->
            assertThat(Api.get(location, Map.of()).get("status").asText()).isEqualTo("COMPLETED"));
    return Api.get(location, Map.of()).get("cellsChanged").longValue();
  }

  /** Products in the order of pages of one item each. */
  private static List<String> sorted(String sort) {
    var query = new HashMap<String, Object>();
    query.putAll(Map.of("importer", "NZL", "source", "sorts", "sort", sort, "limit", 1));
    var products = new ArrayList<String>();
    JsonNode page = Api.get(CONCENTRATIONS, query);
    while (true) {
      page.get("items").forEach(item -> products.add(item.get("product").asText()));
      if (page.get("next").isNull()) {
        return products;
      }
      query.put("cursor", page.get("next").asText());
      page = Api.get(CONCENTRATIONS, query);
    }
  }

  private static List<String> verdict(String verdict) {
    return texts(
        Api.items(CONCENTRATIONS, Map.of("importer", "NZL", "source", "sorts", "verdict", verdict)),
        "product");
  }

  private static void awaitCells(String importer, String source, int cells) {
    eventually(
        () ->
            assertThat(Api.items(CONCENTRATIONS, Map.of("importer", importer, "source", source)))
                .hasSize(cells));
  }

  private static List<String> texts(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.get(field).asText())
        .toList();
  }
}

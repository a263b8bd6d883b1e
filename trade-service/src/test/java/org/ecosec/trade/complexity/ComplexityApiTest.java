package org.ecosec.trade.complexity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecosec.trade.RealTrade;
import org.ecosec.trade.Reference;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.ecosec.trade.reference.Products;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class ComplexityApiTest {

  private static final String COMPLEXITY = "/trade/v1/complexity/";
  private static final int WORLD = 60;

  private final ObjectMapper json;
  private final Economies known;
  private final Products goods;

  ComplexityApiTest(ObjectMapper json, Economies known, Products goods) {
    this.json = json;
    this.known = known;
    this.goods = goods;
  }

  private List<String> economies() {
    return known.all().stream()
        .filter(economy -> economy.kind() == Economy.Kind.ECONOMY)
        .map(Economy::code)
        .limit(WORLD)
        .toList();
  }

  private List<String> products() {
    return goods.all().stream()
        .filter(product -> product.classification().equals("HS"))
        .map(Products.Product::code)
        .filter(code -> code.length() == 6)
        .limit(WORLD)
        .toList();
  }

  /** Bands of 5 to 15 products, each worth the same: who exports a product has an advantage. */
  private String world(int year) {
    var economies = economies();
    var products = products();
    var csv = new StringBuilder("period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n");
    for (int c = 0; c < WORLD; c++) {
      for (int p = c; p < c + 5 + c * c % 11; p++) {
        csv.append(
            "%d,%s,W00,X,%s,1000000000\n"
                .formatted(year, economies.get(c), products.get(p % WORLD)));
      }
    }
    csv.append("%d,ZWE,W00,X,%s,5\n".formatted(year, products.getFirst()));
    return csv.toString();
  }

  @Test
  void aWorldMatrixIsSolvedAndReadFromEverySide() throws Exception {
    imported(world(2019), "world-a");
    eventually(
        () ->
            given()
                .get(COMPLEXITY + "samples?source=world-a")
                .then()
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("COMPLETE"))
                .body("items[0].reason", nullValue())
                .body("items[0].economies", equalTo(WORLD))
                .body("items[0].excluded.ZWE", equalTo("SMALL_EXPORTS"))
                .body("items[0].basis", equalTo("REPORTED")));
    var first = items("economies?source=world-a&limit=1000");
    assertThat(first.get(0).get("rank").intValue()).isEqualTo(1);
    var top = first.get(0).get("economy").asText();
    double mean = 0;
    double squares = 0;
    for (JsonNode item : first) {
      mean += item.get("eci").doubleValue();
      squares += item.get("eci").doubleValue() * item.get("eci").doubleValue();
    }
    assertThat(mean / first.size()).isCloseTo(0, within(1e-9));
    assertThat(squares / first.size()).isCloseTo(1, within(1e-9));

    var own = items("products?source=world-a&limit=1000&economy=" + top);
    var pcis = new ArrayList<Double>();
    for (JsonNode item : own) {
      if (item.get("exportsIt").booleanValue()) {
        pcis.add(item.get("pci").doubleValue());
      }
      assertThat(item.get("density").doubleValue()).isBetween(0.0, 1.0);
    }
    assertThat(pcis.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
        .isCloseTo(first.get(0).get("eci").doubleValue(), within(1e-9));
    given()
        .get(COMPLEXITY + "products/" + products().get(5) + "/proximities?source=world-a&limit=3")
        .then()
        .statusCode(200)
        .body("items", hasSize(3))
        .body("next", notNullValue());
    given().get(COMPLEXITY + "products/999999/proximities?source=world-a").then().statusCode(404);
  }

  @Test
  void tooFewReportersGiveNoIndexAndTheReason() {
    imported(
        Reference.file("comtrade-nickel.history.csv.gz"),
        Map.of("format", "comtrade", "source", "nickel-world"));
    eventually(
        () ->
            given()
                .get(COMPLEXITY + "samples?source=nickel-world&period=2013")
                .then()
                .body("items[0].status", equalTo("NO_WORLD_MATRIX"))
                .body("items[0].reason", org.hamcrest.Matchers.containsString("at least 50")));
    given()
        .get(COMPLEXITY + "samples?source=nickel-world&period=2013")
        .then()
        .body("items[0].excluded.size()", greaterThan(10));
    eventually(
        () ->
            given()
                .get(COMPLEXITY + "products?source=nickel-world&period=2013")
                .then()
                .body("items.findAll { it.pci != null }", hasSize(0)));
  }

  @Test
  void aRevisedYearIsSolvedAgainAndWhatWasKnownStays() throws Exception {
    imported(world(2018), "world-b");
    eventually(
        () ->
            given()
                .get(COMPLEXITY + "economies?source=world-b")
                .then()
                .body("items", hasSize(greaterThan(0))));
    var before = items("samples?source=world-b").get(0);
    var known = java.time.Instant.now();
    imported(
        "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n2018,%s,W00,X,%s,90000000000\n"
            .formatted(economies().getLast(), products().getLast()),
        "world-b");
    eventually(
        () ->
            assertThat(items("samples?source=world-b").get(0).get("revision").longValue())
                .isGreaterThan(before.get("revision").longValue()));
    assertThat(items("samples?source=world-b&asOf=" + known).get(0)).isEqualTo(before);
  }

  @Test
  void concentratedAndComplexProductsComeFirstAndAMissingIndexSaysWhy() throws Exception {
    imported(
        "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n2024,AUS,CHN,M,282520,90\n2024,AUS,W00,M,282520,100\n2024,AUS,CHN,M,2822,50\n2024,AUS,CHL,M,2822,50\n2024,AUS,W00,M,2822,100\n",
        "risk-view");
    eventually(
        () ->
            given()
                .get(COMPLEXITY + "risks?importer=AUS&sector=critical-minerals")
                .then()
                .body("items", hasSize(2)));
    for (JsonNode item : items("risks?importer=AUS&sector=critical-minerals")) {
      assertThat(item.get("pci").isNull()).isTrue();
      assertThat(item.get("pciReason").asText()).isIn("NOT_IN_MATRIX", "NO_WORLD_MATRIX");
      assertThat(item.get("risk").asText()).isEqualTo("CONCENTRATED");
    }
    given().get(COMPLEXITY + "risks?importer=AUS&sector=none").then().statusCode(400);
    assertThat(SectorRisk.risk("CONCENTRATED", java.math.BigDecimal.ONE))
        .isEqualTo(SectorRisk.Risk.CONCENTRATED_AND_COMPLEX);
    assertThat(SectorRisk.risk(null, java.math.BigDecimal.ONE)).isEqualTo(SectorRisk.Risk.UNKNOWN);
    assertThat(SectorRisk.Risk.CONCENTRATED_AND_COMPLEX).isLessThan(SectorRisk.Risk.CONCENTRATED);
  }

  private JsonNode items(String query) {
    try {
      return json.readTree(given().get(COMPLEXITY + query).then().extract().asString())
          .get("items");
    } catch (com.fasterxml.jackson.core.JsonProcessingException wrong) {
      throw new AssertionError(wrong);
    }
  }
}

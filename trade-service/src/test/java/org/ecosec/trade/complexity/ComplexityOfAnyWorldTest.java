package org.ecosec.trade.complexity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ecosec.trade.RealTrade;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.junit.jupiter.api.Test;

/** Made-up worlds of sixty economies, each with an advantage in a band of products. */
@QuarkusTest
@RealTrade
class ComplexityOfAnyWorldTest {

  private static final String COMPLEXITY = "/trade/v1/complexity/";
  private static final int WORLD = 60;

  private final ObjectMapper json;
  private final Economies economies;

  ComplexityOfAnyWorldTest(ObjectMapper json, Economies economies) {
    this.json = json;
    this.economies = economies;
  }

  @Test
  void anyClassificationIsSolvedAndTheSameTradeGivesTheSameIndices() throws Exception {
    load("world-hs", "2016", "HS2022", p -> "%06d".formatted(900_000 + p), i -> true);
    load("world-own", "2016", "NAT-GOODS", p -> "G" + (100 + p), i -> true);
    awaitStatus("world-hs", "HS", "COMPLETE");
    awaitStatus("world-own", "NAT-GOODS", "COMPLETE");
    var ofHs = items("economies?source=world-hs&limit=1000");
    var own = items("economies?source=world-own&classification=NAT-GOODS&limit=1000");
    assertThat(own).hasSize(WORLD);
    for (int i = 0; i < WORLD; i++) {
      assertThat(own.get(i).get("economy")).isEqualTo(ofHs.get(i).get("economy"));
      assertThat(own.get(i).get("eci").doubleValue())
          .isEqualTo(ofHs.get(i).get("eci").doubleValue());
    }
    var products = items("products?source=world-own&classification=NAT-GOODS");
    assertThat(products.get(0).get("product").asText()).startsWith("G");
  }

  @Test
  void twoWorldsThatShareNoProductAreDisconnectedAndHaveNoIndex() throws Exception {
    load("world-two", "2016", "TWO-GOODS", p -> "T" + (100 + p), i -> i < WORLD / 2);
    awaitStatus("world-two", "TWO-GOODS", "DISCONNECTED");
    given()
        .get(COMPLEXITY + "economies?source=world-two&classification=TWO-GOODS&period=2016")
        .then()
        .statusCode(200)
        .body("items.eci", everyItem(nullValue()));
  }

  @Test
  void concentratedAndComplexProductsLeadTheRiskViewOfASectorByTheirIndex() throws Exception {
    // The sector's codes are goods of the world beside those of the band.
    var minerals = List.of("283691", "284690", "711011", "720260", "283324");
    load(
        "world-risk",
        "2023",
        "HS2022",
        p -> p % 12 == 0 ? minerals.get(p / 12) : "%06d".formatted(910_000 + p),
        i -> true);
    awaitStatus("world-risk", "HS", "COMPLETE");
    var csv = new StringBuilder("period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n");
    for (String code : minerals) {
      csv.append("2023,NPL,CHN,M,%1$s,90\n2023,NPL,W00,M,%1$s,100\n".formatted(code));
    }
    imported(csv.toString(), "risk-of-nepal");
    eventually(
        () ->
            given()
                .get(COMPLEXITY + "risks?importer=NPL&sector=critical-minerals")
                .then()
                .body("items.findAll { it.pci != null }", hasSize(minerals.size())));
    // What has no index, such as a product that another source reports, stands last.
    var ranks = new ArrayList<JsonNode>();
    items("risks?importer=NPL&sector=critical-minerals").forEach(ranks::add);
    ranks.subList(minerals.size(), ranks.size()).clear();
    assertThat(ranks).noneMatch(rank -> rank.get("pci").isNull());
    assertThat(ranks.get(0).get("risk").asText()).isEqualTo("CONCENTRATED_AND_COMPLEX");
    for (int i = 1; i < ranks.size(); i++) {
      var before = ranks.get(i - 1);
      var here = ranks.get(i);
      boolean complexBefore = before.get("risk").asText().equals("CONCENTRATED_AND_COMPLEX");
      boolean complexHere = here.get("risk").asText().equals("CONCENTRATED_AND_COMPLEX");
      assertThat(complexBefore || !complexHere).isTrue();
      if (complexBefore == complexHere) {
        assertThat(before.get("pci").doubleValue())
            .isGreaterThanOrEqualTo(here.get("pci").doubleValue());
      }
      assertThat(complexHere).isEqualTo(here.get("pci").doubleValue() > 0);
    }
  }

  /** How a product is called. */
  private interface Naming {
    String of(int product);
  }

  // Economies beyond the half trade products of their own where the world is in two.
  private void load(
      String source, String year, String scheme, Naming name, IntPredicate firstWorld) {
    var codes =
        economies.all().stream()
            .filter(economy -> economy.kind() == Economy.Kind.ECONOMY)
            .map(Economy::code)
            .limit(WORLD)
            .toList();
    var csv =
        new StringBuilder(
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REPORTER,PARTNER,FLOW,CLASSIFICATION,PRODUCT,"
                + "TIME_PERIOD,OBS_VALUE\n");
    boolean whole = IntStream.range(0, WORLD).allMatch(firstWorld);
    for (int c = 0; c < WORLD; c++) {
      for (int p = c; p < c + 5 + c * c % 11; p++) {
        int half = WORLD / 2;
        int good = whole ? p % WORLD : firstWorld.test(c) ? p % half : half + p % half;
        csv.append(
            "dataflow,ECOSEC:TRADE(1.0),I,A,%s,W00,X,%s,%s,%s,1000000000\n"
                .formatted(codes.get(c), scheme, name.of(good), year));
      }
    }
    imported(
            csv.toString().getBytes(StandardCharsets.UTF_8),
            Map.of("format", "sdmx-csv", "source", source))
        .body("rowsRejected", equalTo(0));
  }

  private static void awaitStatus(String source, String classification, String status) {
    eventually(
        () ->
            given()
                .get(COMPLEXITY + "samples?source=" + source + "&classification=" + classification)
                .then()
                .body("items[0].status", equalTo(status)));
  }

  private JsonNode items(String query) throws Exception {
    return json.readTree(given().get(COMPLEXITY + query).then().extract().asString()).get("items");
  }
}

package org.ecosec.trade.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.ecosec.platform.testing.Tokens;
import org.ecosec.trade.Api;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class ImportDependencyTest {

  private static final String DEPENDENCIES = "/trade/v1/dependencies";
  private static final String SOURCE = "import-dependency";

  // Tonnes of 1995, a year that no shipped source gives.
  private static final String PRODUCTION =
      """
      source,mineral,stage,economy,year,tonnes,basis,reason
      tested-use,graphite,MINING,IND,1995,25600,gross weight,
      tested-use,graphite,MINING,KOR,1995,9620,gross weight,
      tested-use,graphite,MINING,USA,1995,,gross weight,WITHHELD
      tested-use,gallium,REFINING,IND,1995,5,gross weight,
      tested-use,nickel,MINING,IND,1995,70,nickel content,
      """;
  private static final String TRADE =
      """
      period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue,netWgt
      1995,IND,W00,M,2504,900,30000000
      1995,IND,CHN,M,2504,900,30000000
      1995,IND,W00,X,2504,300,5600000
      1994,IND,W00,M,2504,900,30000000
      1995,IND,W00,M,811292,900,20000
      1995,IND,W00,X,811292,100,10000
      1995,IND,W00,M,260400,900,20000
      1995,IND,W00,X,260400,100,10000
      1995,IND,W00,M,0101,300,20000
      1995,IND,W00,X,0101,100,10000
      1995,JPN,W00,M,2504,900,70000000
      1995,KOR,W00,M,2504,900,30000000
      1995,USA,W00,M,2504,900,30000000
      1995,USA,W00,X,2504,100,10000000
      """;

  @BeforeEach
  void loaded() {
    given()
        .header("Authorization", Tokens.bearer("steward"))
        .contentType("text/csv")
        .body(PRODUCTION)
        .post("/trade/v1/productions/imports")
        .then()
        .statusCode(200);
    imported(TRADE, SOURCE);
    eventually(
        () ->
            assertThat(Api.items(DEPENDENCIES, Map.of("product", "2504", "source", SOURCE)))
                .hasSize(5));
  }

  // By hand: 25,600 t made, 30,000 bought, 5,600 sold: 50,000 used, of which 0.6 is bought. By
  // value
  // alone it would be 900 / 1200 = 0.75.
  @Test
  void whatIsProducedAtHomeCountsWhereItIsKnown() {
    var india = dependency("IND", "2504", "1995");
    assertThat(india.get("importDependencyBasis").asText()).isEqualTo("WITH_KNOWN_PRODUCTION");
    assertThat(india.get("importDependency").doubleValue()).isCloseTo(0.6, within(1e-12));
    assertThat(india.get("importDependencyReason").isNull()).isTrue();
    assertThat(india.at("/production/mineral").asText()).isEqualTo("graphite");
    assertThat(india.at("/production/source").asText()).isEqualTo("tested-use");
    assertThat(india.at("/production/producedTonnes").doubleValue()).isEqualTo(25_600);
    assertThat(india.at("/production/importedTonnes").doubleValue()).isEqualTo(30_000);
    assertThat(india.at("/production/exportedTonnes").doubleValue()).isEqualTo(5_600);
    assertThat(india.at("/production/products").toString()).isEqualTo("[\"250410\",\"250490\"]");
  }

  @Test
  void tradeAloneSaysWhyItIsAlone() {
    expectTradeOnly(dependency("IND", "0101", "1995"), 0.75, "NO_MINERAL");
    expectTradeOnly(dependency("IND", "260400", "1995"), 0.9, "OTHER_UNIT");
    expectTradeOnly(dependency("USA", "2504", "1995"), 0.9, "PRODUCTION_WITHHELD");
    assertThat(reason(dependency("IND", "2504", "1994"))).isEqualTo("NO_PRODUCTION");
    assertThat(reason(dependency("JPN", "2504", "1995"))).isEqualTo("NO_PRODUCTION");
  }

  // Gallium is known, but its code holds germanium, vanadium and more.
  @Test
  void aCodeOfManyMetalsIsNotSetAgainstTheProductionOfOne() {
    var india = dependency("IND", "811292", "1995");
    expectTradeOnly(india, 0.9, "HOLDS_OTHER_GOODS");
    assertThat(india.at("/production/mineral").asText()).isEqualTo("gallium");
    assertThat(india.at("/production/producedTonnes").doubleValue()).isEqualTo(5);
  }

  // By hand: 30,000 / (9,620 + 30,000); what is sold would only raise it.
  @Test
  void withoutReportedExportsThereIsABoundOnly() {
    var korea = dependency("KOR", "2504", "1995");
    assertThat(korea.get("importDependency").isNull()).isTrue();
    assertThat(reason(korea)).isEqualTo("NO_EXPORTS_REPORTED");
    assertThat(korea.at("/production/dependencyLower").doubleValue())
        .isCloseTo(30_000 / 39_620.0, within(1e-12));
  }

  @Test
  void theTwoBasesAreNeverSortedTogether() {
    var query = new HashMap<String, String>();
    query.putAll(Map.of("importer", "IND", "source", SOURCE, "sort", "-importDependency"));
    given().queryParams(query).get(DEPENDENCIES).then().statusCode(400);
    query.put("basis", "BOTH");
    given().queryParams(query).get(DEPENDENCIES).then().statusCode(400);
    query.put("basis", "WITH_KNOWN_PRODUCTION");
    assertThat(Api.items(DEPENDENCIES, query)).hasSize(1);
    query.put("basis", "TRADE_ONLY");
    var trade = Api.items(DEPENDENCIES, query);
    assertThat(trade).hasSize(4);
    // 1994 has no export report, so no figure: it comes last.
    assertThat(trade.at("/0/importDependency").doubleValue()).isEqualTo(0.9);
    assertThat(trade.at("/2/product").asText()).isEqualTo("0101");
    assertThat(trade.at("/3/importDependency").isNull()).isTrue();
  }

  private static void expectTradeOnly(JsonNode item, double value, String reason) {
    assertThat(item.get("importDependencyBasis").asText()).isEqualTo("TRADE_ONLY");
    assertThat(item.get("importDependency").doubleValue()).isCloseTo(value, within(1e-12));
    assertThat(reason(item)).isEqualTo(reason);
  }

  private static String reason(JsonNode item) {
    return item.get("importDependencyReason").asText();
  }

  private static JsonNode dependency(String importer, String product, String period) {
    var items =
        Api.items(
            DEPENDENCIES,
            Map.of("source", SOURCE, "importer", importer, "product", product, "period", period));
    assertThat(items).hasSize(1);
    return items.get(0);
  }
}

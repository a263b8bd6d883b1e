package org.ecosec.trade.scenario;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import org.ecosec.platform.testing.Tokens;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class StocksAndProductionTest {

  private static final String STOCKS = "/trade/v1/stocks";
  private static final String SCENARIO =
      """
      {"title": "Graphite", "imposer": "CHN", "products": ["250490"], "targets": ["BTN"], "cut": 1,
       "horizonDays": 365, "baselinePeriod": "2024",
       "spareShares": {"low": 0.1, "central": 0.5, "high": 0.8}}
      """;

  // Bhutan pays a dollar a kilogram, so a tonne is worth 1,000. USGS, 2024: Sri Lanka makes 3,300
  // t,
  // Norway 7,000 t; the Netherlands are not among the producers, who are all named.
  private static final String TRADE =
      """
      period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue,netWgt
      2024,BTN,CHN,M,250490,9000000,9000000
      2024,LKA,DEU,X,250490,10000000,
      2024,NOR,DEU,X,250490,40000,
      2024,NLD,DEU,X,250490,50000,
      2024,USA,DEU,X,250490,600,
      """;

  private final ObjectMapper json;

  StocksAndProductionTest(ObjectMapper json) {
    this.json = json;
  }

  @Test
  void nobodySparesMoreThanItIsKnownToMakeAndTheAnswerNamesTheCap() throws Exception {
    imported(TRADE, "graphite-made");
    var suppliers = run(SCENARIO).at("/result/substitutions/0/suppliers");
    assertThat(suppliers.findValuesAsText("supplier")).containsExactly("LKA", "NLD", "NOR", "USA");
    var sriLanka = suppliers.get(0);
    assertAmount(sriLanka.get("knownProductionUsdOfYear"), "3300000");
    assertThat(sriLanka.findValuesAsText("cappedBy"))
        .containsExactly("SPARE_EXPORTS", "KNOWN_PRODUCTION", "KNOWN_PRODUCTION");
    assertAmount(sriLanka.at("/spares/0/spareUsd"), "1000000");
    assertAmount(sriLanka.at("/spares/2/spareUsd"), "3300000");
    var netherlands = suppliers.get(1);
    assertAmount(netherlands.get("knownProductionUsdOfYear"), "0");
    assertAmount(netherlands.at("/spares/2/spareUsd"), "0");
    assertThat(suppliers.get(2).findValuesAsText("cappedBy")).containsOnly("SPARE_EXPORTS");
    // The figure of the USA is not available, which is not nothing.
    assertThat(suppliers.get(3).get("productionReason").asText())
        .isEqualTo("PRODUCTION_NOT_AVAILABLE");
    assertAmount(suppliers.get(3).at("/spares/1/spareUsd"), "300");
  }

  // 30 days of imports of 9,000,000 are 739,726.03; the request's own 10 days are 246,575.34.
  @Test
  void keptStocksCoverWhereTheRequestSaysNothingAndTheAnswerSaysWhereTheyComeFrom()
      throws Exception {
    imported(TRADE, "graphite-made");
    var before = run(SCENARIO);
    assertThat(before.at("/result/losses/0/stock").isNull()).isTrue();
    assertThat(before.at("/result/losses/0/stockOutReason").asText()).isEqualTo("NO_STOCK_DATA");
    keep(stock("ANY", "90"), "steward").statusCode(201).body("id", equalTo("any-hs-250490"));
    var any = run(SCENARIO).at("/result/losses/0/stock");
    assertThat(any.get("entry").asText()).isEqualTo("any-hs-250490");
    var tag =
        keep(stock("BTN", "20"), "steward")
            .statusCode(201)
            .body("id", equalTo("btn-hs-250490"))
            .extract()
            .header("ETag");
    change(stock("BTN", "30"), "\"stale\"").statusCode(412);
    change(stock("BTN", "30"), tag).statusCode(200);
    var loss = run(SCENARIO).at("/result/losses/0");
    assertAmount(loss.get("coverUsd"), "739726.03");
    assertAmount(loss.at("/stock/days"), "30");
    assertThat(loss.at("/stock/basis").asText()).isEqualTo("REGISTER");
    assertThat(loss.at("/stock/source").asText()).isEqualTo("A ministry");
    assertThat(loss.at("/stock/on").asText()).isEqualTo("2025-03-31");
    var asked = run(SCENARIO.replace("\"cut\": 1,", "\"cut\": 1, \"stockDays\": 10,"));
    assertAmount(asked.at("/result/losses/0/coverUsd"), "246575.34");
    assertThat(asked.at("/result/losses/0/stock/basis").asText()).isEqualTo("REQUEST");
    // What was known then is what a run as of then rests on.
    var then = before.get("createdAt").asText();
    var past = run(SCENARIO.replace("\"cut\": 1,", "\"cut\": 1, \"asOf\": \"" + then + "\","));
    assertThat(past.get("result")).isEqualTo(before.get("result"));
    given()
        .get(STOCKS + "/btn-hs-250490/history")
        .then()
        .body("items.entry.days", contains(20, 30));
    given().get(STOCKS + "?limit=1000").then().body("items.id", hasItem("btn-hs-250490"));
    given()
        .header("Authorization", Tokens.bearer("operator", "RESTRICTED"))
        .queryParam("subject", "stocks/btn-hs-250490")
        .get("/trade/v1/audit-entries")
        .then()
        .body("items.content.act", contains("ADDED", "CHANGED"));
  }

  @Test
  void aStockWithoutSourceOrOfNobodyIsRefused() {
    keep(stock("JPN", "1"), "analyst").statusCode(403);
    keep(stock("ZZZ", "1"), "steward")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/economy"));
    keep(stock("JPN", "-1"), "steward").statusCode(422).body("errors[0].pointer", equalTo("/days"));
    keep(stock("JPN", "1").replace("A ministry", " "), "steward")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/source"));
    given().get(STOCKS + "/nobody-hs-1").then().statusCode(404);
  }

  private static String stock(String economy, String days) {
    return """
        {"economy": "%s", "classification": "HS", "product": "250490", "days": %s,
         "source": "A ministry", "on": "2025-03-31", "notes": null}
        """
        .formatted(economy, days);
  }

  private static ValidatableResponse keep(String stock, String role) {
    return given()
        .header("Authorization", Tokens.bearer(role))
        .contentType("application/json")
        .body(stock)
        .post(STOCKS)
        .then();
  }

  private static ValidatableResponse change(String stock, String tag) {
    return given()
        .header("Authorization", Tokens.bearer("steward"))
        .header("If-Match", tag)
        .contentType("application/json")
        .body(stock)
        .put(STOCKS + "/btn-hs-250490")
        .then();
  }

  private JsonNode run(String scenario) throws Exception {
    return json.readTree(
        given()
            .contentType("application/json")
            .header("Authorization", Tokens.bearer("analyst"))
            .body(scenario)
            .post("/trade/v1/scenarios")
            .then()
            .statusCode(201)
            .extract()
            .asString());
  }

  private static void assertAmount(JsonNode amount, String expected) {
    assertThat(amount.decimalValue()).isEqualByComparingTo(new BigDecimal(expected));
  }
}

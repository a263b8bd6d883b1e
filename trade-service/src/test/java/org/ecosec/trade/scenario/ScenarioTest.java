package org.ecosec.trade.scenario;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecosec.platform.testing.Tokens;
import org.ecosec.trade.RealTrade;
import org.ecosec.trade.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the nickel ore trade of all reporters, which is complete up to 2019. */
@QuarkusTest
@RealTrade
class ScenarioTest {

  private static final String SCENARIOS = "/trade/v1/scenarios";
  private static final String ORE =
      """
      "imposer": "IDN", "products": ["260400"], "targets": ["CHN", "JPN"], "cut": 1,
      "horizonDays": 365, "baselinePeriod": "2013",
      "spareShares": {"low": 0.1, "central": 0.2, "high": 0.5}
      """;

  private static boolean loaded;

  private final ObjectMapper json;

  ScenarioTest(ObjectMapper json) {
    this.json = json;
  }

  @BeforeEach
  void nickelOnce() {
    if (!loaded) {
      imported(
          Reference.file("comtrade-nickel.history.csv.gz"),
          Map.of("format", "comtrade", "source", "un-comtrade-nickel"));
      loaded = true;
    }
  }

  // Independently worked out from the file: China got 2,999,735,460 and Japan 159,583,233 from
  // Indonesia; the others exported 2,852,135,207.476, the Philippines 1,018,088,139 of it.
  @Test
  void indonesiasOreBanOf2014LeavesChinaAndJapanWithWhatTheOthersCouldSpare() throws Exception {
    var scenario = json.readTree(submit(ORE).statusCode(201).extract().asString());
    assertThat(scenario.at("/status").asText()).isEqualTo("COMPLETED");
    var losses = scenario.at("/result/losses");
    assertThat(losses.findValuesAsText("importer")).containsExactly("CHN", "JPN");
    assertAmount(losses.at("/0/atRiskUsd"), "2999735460.00");
    assertAmount(losses.at("/1/atRiskUsd"), "159583233.00");
    assertAmount(losses.at("/0/outcomes/0/residualUsd"), "2728928619.98");
    assertAmount(losses.at("/1/outcomes/0/residualUsd"), "145176552.27");
    assertAmount(losses.at("/1/outcomes/1/residualUsd"), "130769871.54");
    assertAmount(losses.at("/0/outcomes/2/residualUsd"), "1645701259.92");
    assertThat(losses.at("/1/stockOutReason").asText()).isEqualTo("NO_STOCK_DATA");
    var philippines = scenario.at("/result/substitutions/0/suppliers/0");
    assertThat(philippines.get("supplier").asText()).isEqualTo("PHL");
    assertThat(philippines.get("basis").asText()).isEqualTo("REPORTED");
    assertAmount(philippines.at("/spares/0/spareUsd"), "101808813.90");
    assertThat(scenario.at("/result/sectors").findValuesAsText("sector"))
        .contains("critical-minerals");
    given()
        .get(SCENARIOS + "/" + scenario.get("id").asText())
        .then()
        .statusCode(200)
        .body("result.baselinePeriod", equalTo("2013"));
  }

  @Test
  void theSameAssumptionsAtTheSameInstantGiveTheSameResultWhateverCameSince() throws Exception {
    var first = json.readTree(submit(ORE).statusCode(201).extract().asString());
    var instant = first.get("createdAt").asText();
    imported(
        "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n2013,JPN,IDN,M,260400,1\n",
        "un-comtrade-nickel");
    try {
      var again = ORE + ", \"asOf\": \"" + instant + "\"";
      var repeated = json.readTree(submit(again).statusCode(201).extract().asString());
      assertThat(repeated.get("result")).isEqualTo(first.get("result"));
      var now = json.readTree(submit(ORE).statusCode(201).extract().asString());
      assertAmount(now.at("/result/losses/1/atRiskUsd"), "1.00");
    } finally {
      imported(
          "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n2013,JPN,IDN,M,260400,159583233\n",
          "un-comtrade-nickel");
    }
  }

  // 90 days of stock; Japan got 49.8 % from Indonesia: 90 / 0.498 = 180.6 days.
  @Test
  void stocksRunOutOnAStatedDayAndTwoScenariosStandSideBySide() throws Exception {
    var without = json.readTree(submit(ORE).extract().asString());
    var with = json.readTree(submit(ORE + ", \"stockDays\": 90").extract().asString());
    var japan = with.at("/result/losses/1");
    assertAmount(japan.get("stockOutDay"), "180.6");
    assertAmount(japan.get("coverUsd"), "79000424.38");
    var comparison =
        given()
            .queryParam("with", with.get("id").asText())
            .get(SCENARIOS + "/" + without.get("id").asText() + "/comparison")
            .then()
            .statusCode(200)
            .body("differences", contains("stockDays"))
            .body("sameRevision", equalTo(true))
            .body("importers.importer", contains("CHN", "JPN"))
            .extract()
            .asString();
    assertAmount(json.readTree(comparison).at("/importers/1/firstAtRiskUsd"), "159583233.00");
  }

  @Test
  void withoutTargetsEverybodyWhoBuysThereIsHitAndAnExcludedSupplierSparesNothing()
      throws Exception {
    var all = ORE.replace("\"targets\": [\"CHN\", \"JPN\"],", "\"excludedSuppliers\": [\"PHL\"],");
    var scenario = json.readTree(submit(all).statusCode(201).extract().asString());
    assertThat(scenario.at("/result/losses").findValuesAsText("importer"))
        .contains("CHN", "JPN")
        .doesNotContain("IDN");
    assertThat(scenario.at("/result/substitutions/0/suppliers").findValuesAsText("supplier"))
        .doesNotContain("PHL", "IDN", "CHN", "JPN")
        .contains("AUS");
  }

  @Test
  void aTargetWithoutFiguresIsNamedAndNeverZero() throws Exception {
    var scenario =
        json.readTree(submit(ORE.replace("\"JPN\"]", "\"JPN\", \"BTN\"]")).extract().asString());
    assertThat(scenario.at("/result/notCovered/0/importer").asText()).isEqualTo("BTN");
    assertThat(scenario.at("/result/notCovered/0/reason").asText()).isEqualTo("NO_DATA");
  }

  @Test
  void aLargeScenarioIsTakenAndWorkedOutAfterTheAnswer() {
    var codes =
        IntStream.rangeClosed(260300, 260450)
            .mapToObj(code -> "\"" + code + "\"")
            .collect(Collectors.joining(","));
    var location =
        submit(ORE.replace("[\"260400\"]", "[" + codes + "]"))
            .statusCode(202)
            .body("result", nullValue())
            .extract()
            .header("Location");
    eventually(
        () ->
            given()
                .get(location)
                .then()
                .body("status", equalTo("COMPLETED"))
                .body("result.losses.product", contains("260400", "260400")));
  }

  @Test
  void wrongQuestionsAreRefusedWithTheField() {
    refused(ORE.replace("\"cut\": 1", "\"cut\": 1.5"), "/cut");
    refused(ORE.replace("\"IDN\"", "\"XYZ\""), "/imposer");
    refused(ORE.replace("[\"260400\"]", "[]"), "/products");
    refused(ORE.replace("365", "0"), "/horizonDays");
    refused(ORE.replace("\"low\": 0.1", "\"low\": 0.9"), "/spareShares");
    refused(ORE.replace("[\"CHN\"", "[\"IDN\""), "/targets");
    given()
        .contentType("application/json")
        .header("Authorization", Tokens.bearer("reader"))
        .body("{\"title\": \"t\"," + ORE + "}")
        .post(SCENARIOS)
        .then()
        .statusCode(403);
  }

  // Of Japan's 320,390,610 of 2013, Indonesia sold 159,583,233 and New Caledonia 88,258,309.
  @Test
  void theWorstSupplierToLoseComesFirst() throws Exception {
    var alone = chokepoints("0");
    assertThat(alone.findValuesAsText("supplier")).containsExactly("IDN", "NCL", "PHL");
    assertAmount(alone.at("/0/residualUsd"), "159583233.00");
    assertThat(alone.at("/0/soleSupplies").intValue()).isZero();
    assertThat(chokepoints("1").findValuesAsText("residualUsd")).containsOnly("0.00");
    given()
        .queryParam("importer", "ATLANTIS")
        .get("/trade/v1/chokepoints")
        .then()
        .statusCode(400)
        .body("type", endsWith("importer-required"));
  }

  // Beside the ore, Indonesia sold Japan 922,721,529 of nickel mattes and Australia 127,830,181.
  @Test
  void everythingThatAnImporterReportsCanBeLookedAtAtOnce() throws Exception {
    var items =
        json.readTree(
                given()
                    .queryParams(
                        Map.of(
                            "importer", "JPN", "scope", "ALL", "period", "2013", "spareShare", "0"))
                    .get("/trade/v1/chokepoints")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString())
            .get("items");
    assertThat(items.findValuesAsText("supplier")).containsExactly("IDN", "AUS", "NCL", "PHL");
    assertAmount(items.at("/0/atRiskUsd"), "1082304762.00");
    assertThat(items.at("/0/products").intValue()).isEqualTo(2);
    given().get("/trade/v1/chokepoints?importer=JPN&scope=SOME").then().statusCode(400);
  }

  private JsonNode chokepoints(String spareShare) throws Exception {
    return json.readTree(
            given()
                .queryParams(
                    Map.of(
                        "importer", "JPN",
                        "product", "260400",
                        "period", "2013",
                        "spareShare", spareShare))
                .get("/trade/v1/chokepoints")
                .then()
                .statusCode(200)
                .extract()
                .asString())
        .get("items");
  }

  private static ValidatableResponse submit(String assumptions) {
    return given()
        .contentType("application/json")
        .header("Authorization", Tokens.bearer("analyst"))
        .body("{\"title\": \"Nickel ore\"," + assumptions + "}")
        .post(SCENARIOS)
        .then();
  }

  private static void refused(String assumptions, String pointer) {
    submit(assumptions).statusCode(422).body("errors[0].pointer", equalTo(pointer));
  }

  private static void assertAmount(JsonNode amount, String expected) {
    assertThat(amount.decimalValue()).isEqualByComparingTo(new BigDecimal(expected));
  }
}

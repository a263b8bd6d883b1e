package org.ecosec.trade.production;

import static io.restassured.RestAssured.given;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import org.ecosec.platform.testing.Tokens;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class ProductionTest {

  private static final String HEADER = "source,mineral,stage,economy,year,tonnes,basis,reason\n";

  // Oracle: USGS Mineral Commodity Summaries 2025, gallium 2023 in kg: China 621,000, Russia 6,000,
  // Japan and South Korea 3,000 each; governance China 0.43335, Japan 0.77492, South Korea 0.69459,
  // Russia 0.29358. Worked by hand: 0.962579 and 5.454449.
  @Test
  void galliumIsAsConcentratedAsWorkedByHand() {
    concentration("mineral=gallium&stage=REFINING&year=2023&source=usgs-mcs-2025")
        .body("items", hasSize(1))
        .body("items[0].hhi", closeTo(0.962579456886, 1e-9))
        .body("items[0].hhiWgi", closeTo(5.454449206408, 1e-9))
        .body("items[0].producers[0].economy", equalTo("CHN"))
        .body("items[0].worldTonnes", equalTo(633))
        .body("items[0].supplyRisk", nullValue())
        .body("items[0].supplyRiskReason", equalTo("MISSING_INPUT"))
        .body("items[0].supplyRiskMissing", contains("endOfLifeRecyclingRate", "substitutionIndex"))
        .body("items[0].products", contains("811292"));
  }

  @Test
  void whatIsWithheldIsNullWithItsReasonAndNamed() {
    given()
        .get("/trade/v1/productions?mineral=lithium&economy=USA&year=2024&source=usgs-mcs-2025")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].tonnes", nullValue())
        .body("items[0].reason", equalTo("WITHHELD"));
    concentration("mineral=lithium&stage=MINING&year=2024&source=usgs-mcs-2025")
        .body("items[0].withheld", hasItem("USA"))
        .body("items[0].reason", equalTo("PRODUCERS_WITHHELD"));
  }

  @Test
  void twoSourcesStandApartAndMineralsLeadToTheirCodes() {
    concentration("mineral=cobalt&stage=MINING&year=2024")
        .body("items.source", hasItems("usgs-mcs-2025", "iea-critical-minerals"));
    given()
        .get("/trade/v1/minerals?limit=1000")
        .then()
        .body("items.findAll{it.mineral=='nickel' && it.stage=='MINING'}.hs6", hasItem("260400"));
  }

  // By hand: 25,600 tonnes made, 30,000 bought and 5,600 sold: 50,000 used, of which 30,000 is 0.6.
  // The
  // heading 2504 is both codes of the basket, so its figure stands for them.
  @Test
  void dependencyWithKnownProductionIsInTonnesOrHasAReason() {
    load(HEADER
            + "tested-graphite,graphite,MINING,IND,1999,25600,gross weight,\n"
            + "tested-graphite,graphite,MINING,KOR,1999,9620,gross weight,\n"
            + "tested-graphite,graphite,MINING,USA,1999,,gross weight,WITHHELD\n")
        .statusCode(200);
    imported(
        """
        period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue,netWgt
        1999,IND,W00,M,2504,900,30000000
        1999,IND,W00,X,2504,300,5600000
        1999,JPN,W00,M,2504,900,70000000
        1999,KOR,W00,M,2504,900,30000000
        """,
        "mineral-weights");
    dependency("IND")
        .body("items[0].producedTonnes", closeTo(25_600.0, 1e-9))
        .body("items[0].dependency", closeTo(0.6, 1e-12))
        .body("items[0].importReliance", closeTo(0.488, 1e-12))
        .body("items[0].reason", nullValue())
        .body("items[0].products", contains("250410", "250490"));
    dependency("JPN")
        .body("items[0].dependency", nullValue())
        .body("items[0].reason", equalTo("NO_PRODUCTION"));
    dependency("KOR")
        .body("items[0].dependency", nullValue())
        .body("items[0].dependencyLower", closeTo(30_000 / 39_620.0, 1e-12))
        .body("items[0].reason", equalTo("NO_EXPORTS_REPORTED"));
    dependency("USA").body("items[0].reason", equalTo("PRODUCTION_WITHHELD"));
    given().get("/trade/v1/production-dependencies").then().statusCode(400);
  }

  @Test
  void aFileRevisesItsSourceAndWhatWasKnownStaysKnown() {
    var first = "tested,unobtainium,MINING,IND,2024,75,gross weight,\n";
    load(HEADER + first + "tested,unobtainium,MINING,JPN,2024,25,gross weight,\n")
        .statusCode(200)
        .body("added", equalTo(2));
    var before = Instant.now();
    load(HEADER + first).body("unchanged", equalTo(1)).body("removed", equalTo(1));
    load(HEADER + first).body("unchanged", equalTo(1)).body("revision", nullValue());

    concentration("mineral=unobtainium").body("items[0].hhi", closeTo(1.0, 1e-12));
    concentration("mineral=unobtainium&asOf=" + before).body("items[0].hhi", closeTo(0.625, 1e-12));
    concentration("mineral=gallium&stage=REFINING&year=2023").body("items", hasSize(1));
  }

  @Test
  void aWrongRowRefusesTheFileAndNamesItsLine() {
    refused("tested,x,MINING,IND,2024,-1,gross weight,\n", "line:2/tonnes");
    refused("tested,x,MINING,XYZ,2024,1,gross weight,\n", "line:2/economy");
    refused("tested,x,SMELTING,IND,2024,1,gross weight,\n", "line:2/stage");
    refused("tested,x,MINING,IND,2024,,gross weight,\n", "line:2/reason");
    refused("tested,x,MINING,IND,2024,1e9,gross weight,\n", "line:2/tonnes");
    load("a,b\n1,2\n").statusCode(422).body("type", endsWith(":unreadable-csv"));
    load("").statusCode(422);
    given()
        .header("Authorization", Tokens.bearer("analyst"))
        .contentType("text/csv")
        .body(HEADER)
        .post("/trade/v1/productions/imports")
        .then()
        .statusCode(403);
  }

  private static void refused(String row, String pointer) {
    load(HEADER + row).statusCode(422).body("errors[0].pointer", equalTo(pointer));
  }

  private static ValidatableResponse load(String csv) {
    return given()
        .header("Authorization", Tokens.bearer("steward"))
        .contentType("text/csv")
        .body(csv)
        .post("/trade/v1/productions/imports")
        .then();
  }

  private static ValidatableResponse dependency(String importer) {
    return doubles()
        .get(
            "/trade/v1/production-dependencies?mineral=graphite&stage=MINING&year=1999&importer="
                + importer)
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
  }

  private static ValidatableResponse concentration(String query) {
    return doubles().get("/trade/v1/production-concentrations?" + query).then().statusCode(200);
  }

  private static RequestSpecification doubles() {
    return given()
        .config(
            RestAssuredConfig.config()
                .jsonConfig(
                    JsonConfig.jsonConfig()
                        .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE)));
  }
}

package org.ecosec.trade.observation;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.trade.Files.imported;
import static org.ecosec.trade.Files.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class FormatsTest {

  private static final String BACI =
      """
      t,i,j,k,v,q
      2020,156,699,260400,12.345,     1.5
      2020,699,156,010121,0.5,         NA
      """;

  @Test
  void aReconciledRowIsWhatOneExportedAndTheOtherImported() {
    taken(BACI, Map.of("format", "baci", "edition", "2017", "source", "format-baci"))
        .body("rowsRead", equalTo(2))
        .body("rowsAccepted", equalTo(4));
    observations(Map.of("source", "format-baci", "flow", "IMPORT", "product", "260400"))
        .body("items", hasSize(1))
        .body("items[0].reporter", equalTo("IND"))
        .body("items[0].partner", equalTo("CHN"))
        .body("items[0].valueUsd", equalTo(12345))
        .body("items[0].netWeightKg", equalTo(1500))
        .body("items[0].valuation", equalTo("FOB"))
        .body("items[0].basis", equalTo("RECONCILED"))
        .body("items[0].edition", equalTo("2017"));
    observations(Map.of("source", "format-baci", "flow", "EXPORT", "product", "260400"))
        .body("items", hasSize(1))
        .body("items[0].reporter", equalTo("CHN"))
        .body("items[0].partner", equalTo("IND"))
        .body("items[0].valueUsd", equalTo(12345));
    observations(Map.of("source", "format-baci", "product", "010121"))
        .body("items", hasSize(2))
        .body("items[0].netWeightKg", nullValue())
        .body("items[0].valueUsd", equalTo(500));
  }

  @Test
  void reconciledFiguresDoNotMixWithReportedOnesInOneSource() {
    taken(
        "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n2018,JPN,NCL,M,260400,60\n",
        Map.of("format", "comtrade", "source", "format-reported"));
    post(BACI.getBytes(UTF_8), Map.of("format", "baci", "source", "format-reported"))
        .statusCode(422)
        .body("type", equalTo("urn:ecosec:problem:other-basis"));
  }

  @Test
  void sdmxCsvIsReadWithLabelsMultipliersAndNationalCodes() {
    var csv =
        """
        STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REPORTER: Reporting economy,PARTNER,FLOW,CLASSIFICATION,PRODUCT,TIME_PERIOD,OBS_VALUE,UNIT_MULT,NET_WEIGHT,QUANTITY,QUANTITY_UNIT,VALUATION,OBS_STATUS
        dataflow,ECOSEC:TRADE(1.0),I,A,JPN: Japan,CHN,IMPORT,HS2022,260400,2023,1.5,6,20,7,u,FOB,E
        dataflow,ECOSEC:TRADE(1.0),I,M,JPN,CHN,M,JP-PC,IC,2024-03,70,,,,,,A
        dataflow,ECOSEC:TRADE(1.0),A,A,IND,CHN,X,,8542,FY2023,70,0,,,,,
        dataflow,ECOSEC:TRADE(1.0),D,A,IND,CHN,X,,8542,2022,70,0,,,,,
        dataflow,ECOSEC:TRADE(1.0),I,M,IND,CHN,X,,8542,2022,70,0,,,,,
        """;
    taken(csv, Map.of("format", "sdmx-csv", "source", "format-sdmx"))
        .body("rowsAccepted", equalTo(3))
        .body("rowsRejected", equalTo(2));
    observations(Map.of("source", "format-sdmx", "product", "260400"))
        .body("items[0].valueUsd", equalTo(1_500_000))
        .body("items[0].edition", equalTo("2022"))
        .body("items[0].netWeightKg", equalTo(20))
        .body("items[0].quantity", equalTo(7))
        .body("items[0].quantityUnit", equalTo("u"))
        .body("items[0].valuation", equalTo("FOB"))
        .body("items[0].estimated", equalTo(true));
    observations(Map.of("source", "format-sdmx", "classification", "JP-PC"))
        .body("items[0].period", equalTo("2024-03"))
        .body("items[0].freq", equalTo("M"))
        .body("items[0].valuation", equalTo("CIF"));
    observations(Map.of("source", "format-sdmx", "period", "FY2023"))
        .body("items[0].freq", equalTo("A"))
        .body("items[0].flow", equalTo("EXPORT"));
  }

  // Rows of the published files; the rates of the yen are the H.10 averages of January to March.
  @Test
  void aPartOfAYearIsLabelledAndStandsInNoSeriesOfYears() {
    var csv =
        "ex_im,area,goods,year,value_bn_yen\nimport,Taiwan,(Ic),2025,1.0\nimport,Taiwan,(Ic),2024,1.0\n";
    var query =
        Map.of(
            "format",
            "mapped",
            "profile",
            "japan-customs-annual",
            "source",
            "format-part",
            "through",
            "2025-03");
    taken(csv, query).body("rowsAccepted", equalTo(2));
    observations(Map.of("source", "format-part", "freq", "P"))
        .body("items", hasSize(1))
        .body("items[0].period", equalTo("2025-01/2025-03"));
    observations(Map.of("source", "format-part", "freq", "A"))
        .body("items", hasSize(1))
        .body("items[0].period", equalTo("2024"));
    given()
        .queryParams(Map.of("source", "format-part"))
        .get("/trade/v1/sources")
        .then()
        .body("items.find { it.source == 'format-part' }.dataThrough", equalTo("2024"));
  }

  @Test
  void periodsThatAreNotOverAreRefusedByRow() {
    var csv =
        """
        period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue
        2099,JPN,NCL,M,260400,60
        209912,JPN,NCL,M,260400,60
        2018,JPN,NCL,M,260400,60
        2019,JPN,NCL,M,260400,60
        """;
    var done =
        taken(csv, Map.of("format", "comtrade", "source", "format-future", "through", "2018-12"))
            .body("rowsAccepted", equalTo(1))
            .body("rowsRejected", equalTo(3));
    given()
        .get("/trade/v1/imports/" + done.extract().path("id") + "/rejects")
        .then()
        .body(
            "items.code",
            equalTo(
                List.of("PERIOD_AFTER_THROUGH", "PERIOD_AFTER_THROUGH", "PERIOD_AFTER_THROUGH")));
    var later =
        taken(csv, Map.of("format", "comtrade", "source", "format-future"))
            .body("rowsRejected", equalTo(2));
    given()
        .get("/trade/v1/imports/" + later.extract().path("id") + "/rejects")
        .then()
        .body("items.code", equalTo(List.of("FUTURE_PERIOD", "FUTURE_PERIOD")));
    post(csv.getBytes(UTF_8), Map.of("format", "comtrade", "through", "2099-12"))
        .statusCode(400)
        .body("type", equalTo("urn:ecosec:problem:bad-through"));
  }

  @Test
  void indiasChaptersAreOfFinancialYears() {
    var csv =
        """
        flow,partner,fy,fy_start,hs2,description,value_usd_mn,source_file
        export,CHINA,1996-1997,1996,03,"FISH AND CRUSTACEANS",73.9,x.asp
        import,WORLD,2017-2018,2017,85,ELECTRICAL MACHINERY,1.5,x.asp
        import,CHINA,2017-2019,2017,85,ELECTRICAL MACHINERY,1.5,x.asp
        """;
    taken(csv, mapped("india-tradestat-hs2-financial-year", "format-hs2"))
        .body("rowsAccepted", equalTo(2))
        .body("rowsRejected", equalTo(1));
    observations(Map.of("source", "format-hs2", "flow", "EXPORT"))
        .body("items[0].period", equalTo("FY1996"))
        .body("items[0].product", equalTo("03"))
        .body("items[0].valueUsd", equalTo(73_900_000f));
    observations(Map.of("source", "format-hs2", "from", "FY2017", "to", "FY2017"))
        .body("items", hasSize(1))
        .body("items[0].partner", equalTo("W00"));
    observations(Map.of("source", "format-hs2", "from", "1990")).body("items", hasSize(0));
  }

  @Test
  void indiasEightDigitCodesKeepTheirOwnClassificationAndQuantity() {
    var csv =
        """
        fy,hs8,country,export_usd_mn,export_inr_crore,quantity
        2017-18,03011100,JAPAN,0.01,0.04,405
        2024-25,85423100,AFGHANISTAN,0.02,0.16,
        """;
    taken(csv, mapped("india-tradestat-hs8-exports-financial-year", "format-hs8"))
        .body("rowsAccepted", equalTo(2));
    observations(Map.of("source", "format-hs8", "period", "FY2017"))
        .body("items[0].classification", equalTo("IN-HS8"))
        .body("items[0].product", equalTo("03011100"))
        .body("items[0].quantity", equalTo(405))
        .body("items[0].quantityUnit", equalTo("unit of the code"));
    observations(Map.of("source", "format-hs8", "partner", "AFG"))
        .body("items[0].quantity", nullValue());
    observations(Map.of("source", "format-hs8", "classification", "HS")).body("items", hasSize(0));
  }

  @Test
  void japansExportsAreCodedByTheirNames() {
    var csv =
        "ex_im,area,goods,year,value_bn_yen\nexport,EU,(Car),2024,9\nexport,China,(Car),2024,1\nexport,Grand Total,Grand Total,2024,5\n";
    taken(csv, mapped("japan-customs-annual-exports", "format-jp-exports"))
        .body("rowsAccepted", equalTo(2))
        .body("rowsIgnored", equalTo(1));
    assertThat(
            observations(Map.of("source", "format-jp-exports"))
                .extract()
                .<List<String>>path("items.product"))
        .containsExactly("CAR", "GRAND-TOTAL");
  }

  @Test
  void filtersThatCanMatchNothingAreRefused() {
    for (var wrong : List.of("flow=OUT", "freq=Q", "period=last-year", "from=24", "to=2024-13")) {
      given()
          .get("/trade/v1/observations?" + wrong)
          .then()
          .statusCode(400)
          .body("type", containsString("bad-"));
    }
  }

  private static Map<String, String> mapped(String profile, String source) {
    return Map.of("format", "mapped", "profile", profile, "source", source);
  }

  private static ValidatableResponse taken(String csv, Map<String, ?> query) {
    return imported(csv.getBytes(UTF_8), query).body("status", equalTo("COMPLETED"));
  }

  private static ValidatableResponse observations(Map<String, ?> query) {
    return given().queryParams(query).get("/trade/v1/observations").then().statusCode(200);
  }
}

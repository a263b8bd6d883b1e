package org.ecosec.trade.observation;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;
import static org.ecosec.trade.Files.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.testing.Tokens;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class ImportTest {

  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue,netWgt\n";
  private static final String ROWS =
      HEADER
          + "2018,JPN,W00,M,260400,100,7\n2018,JPN,NCL,M,260400,60,4\n2018,JPN,IDN,M,260400,40,3\n";
  private static final Map<String, String> COMTRADE = Map.of("format", "comtrade");

  private final Database database;

  ImportTest(Database database) {
    this.database = database;
  }

  @Test
  void rowsBecomeObservations() {
    imported(ROWS, "test-rows")
        .body("status", equalTo("COMPLETED"))
        .body("rowsRead", equalTo(3))
        .body("rowsAccepted", equalTo(3))
        .body("rowsAdded", equalTo(3))
        .body("baseline", equalTo(true))
        .body("unknownColumns", hasSize(0));
    given()
        .queryParams(Map.of("source", "test-rows", "partner", "NCL"))
        .get("/trade/v1/observations")
        .then()
        .body("items", hasSize(1))
        .body("items[0].valueUsd", equalTo(60))
        .body("items[0].netWeightKg", equalTo(4))
        .body("items[0].valuation", equalTo("CIF"))
        .body("items[0].edition", nullValue());
  }

  @Test
  void theSameFileAgainChangesNothing() {
    imported(ROWS, "test-again");
    imported(ROWS, "test-again")
        .body("status", equalTo("COMPLETED"))
        .body("rowsUnchanged", equalTo(3))
        .body("rowsAdded", equalTo(0))
        .body("rowsRevised", equalTo(0))
        .body("revision", nullValue());
  }

  @Test
  void aRevisedRowIsNewAndTheOldAnswerStands() {
    imported(ROWS, "test-revised");
    var before = Instant.now().toString();
    var asKnown = observations("test-revised", before).extract().asByteArray();

    imported(ROWS.replace("NCL,M,260400,60", "NCL,M,260400,55"), "test-revised")
        .body("rowsRevised", equalTo(1))
        .body("rowsUnchanged", equalTo(2))
        .body("baseline", equalTo(false));

    assertThat(observations("test-revised", before).extract().asByteArray()).isEqualTo(asKnown);
    given()
        .queryParams(Map.of("source", "test-revised", "partner", "NCL"))
        .get("/trade/v1/observations")
        .then()
        .body("items", hasSize(1))
        .body("items[0].valueUsd", equalTo(55));
  }

  @Test
  void olderComtradeHeadersAreRead() {
    imported(
            """
            Classification,Year,Period,Trade Flow Code,Reporter Code,Reporter,Partner Code,Partner,Commodity Code,Qty Unit Code,Netweight (kg),Trade Value (US$),Flag
            H4,2013,2013,1,699,India,36,Australia,260400,8,1200,3400,0
            """,
            "test-older")
        .body("rowsAccepted", equalTo(1))
        .body("unknownColumns", hasItem("Flag"));
    given()
        .queryParams(Map.of("source", "test-older"))
        .get("/trade/v1/observations")
        .then()
        .body("items[0].reporter", equalTo("IND"))
        .body("items[0].partner", equalTo("AUS"))
        .body("items[0].edition", equalTo("2012"))
        .body("items[0].netWeightKg", equalTo(1200));
  }

  @Test
  void breakdownsOfATotalAreCountedOnce() {
    imported(
            """
            period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue,motCode,customsCode,partner2Code
            2020,JPN,CHN,M,2504,100,0,C00,0
            2020,JPN,CHN,M,2504,70,2100,C00,0
            2020,JPN,CHN,M,2504,30,0,C01,0
            """,
            "test-breakdown")
        .body("rowsRead", equalTo(3))
        .body("rowsAccepted", equalTo(1))
        .body("rowsIgnored", equalTo(2));
  }

  @Test
  void badRowsAreNamedAndGoodOnesTaken() {
    var csv =
        HEADER
            + "2018,JPN,CHN,M,260400,5,1\n"
            + "2018,JPN,ZZZ,M,260400,5,1\n"
            + "18,JPN,IDN,M,260400,5,1\n"
            + "2018,JPN,PHL,M,2604,five,1\n"
            + "2018,JPN,RUS,M,26040,5,1\n"
            + "2018,JPN,USA,Q,260400,5,1\n"
            + "2018,JPN,CAN,M,260400,-5,1\n"
            + "2018,JPN,AUS,M,260400,,1\n"
            + "2018,JPN,CHN,M,260400,6,1\n"
            + "2018,JPN,BRA,M,260400\n";
    var done =
        imported(csv, "test-bad")
            .body("rowsRead", equalTo(10))
            .body("rowsAccepted", equalTo(1))
            .body("rowsRejected", equalTo(9));
    given()
        .get("/trade/v1/imports/" + done.extract().path("id") + "/rejects")
        .then()
        .body("items.line", equalTo(java.util.List.of(3, 4, 5, 6, 7, 8, 9, 10, 11)))
        .body(
            "items.code",
            equalTo(
                java.util.List.of(
                    "UNKNOWN_ECONOMY",
                    "BAD_PERIOD",
                    "BAD_NUMBER",
                    "BAD_PRODUCT",
                    "BAD_FLOW",
                    "NEGATIVE_VALUE",
                    "MISSING_VALUE",
                    "DUPLICATE_ROW",
                    "WRONG_FIELD_COUNT")))
        .body("items[0].column", equalTo("partnerISO"))
        .body("items[0].value", equalTo("ZZZ"))
        .body("items[7].reason", containsString("line 2"));
  }

  @Test
  void markMixedLineEndsAndGzipAreRead() throws IOException {
    var csv = "\uFEFF" + ROWS.replaceFirst("\n", "\r\n").replace("60,4\n", "60,4\r");
    imported(csv, "test-marks").body("rowsAccepted", equalTo(3));
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(csv.getBytes(UTF_8));
    }
    imported(zipped.toByteArray(), Map.of("format", "comtrade", "source", "test-marks"))
        .body("rowsUnchanged", equalTo(3));
  }

  @Test
  void whatIsNoFileOfTheFormatIsRefusedWhole() {
    refused(post(new byte[0], COMTRADE), "empty-file");
    refused(post("a,b,c\n1,2,3\n".getBytes(UTF_8), COMTRADE), "wrong-header")
        .body("errors.message", hasItem(containsString("primaryValue")));
    var binary = new byte[4096];
    new java.util.Random(7).nextBytes(binary);
    refused(post(binary, COMTRADE), "not-utf-8");
    refused(post(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3}, COMTRADE), "broken-gzip");
    refused(post((HEADER + "x".repeat(5_000_000)).getBytes(UTF_8), COMTRADE), "unreadable-csv");
    refused(post((ROWS + "2018,JPN,\"").getBytes(UTF_8), COMTRADE), "unreadable-csv");
    post(ROWS.getBytes(UTF_8), Map.of("format", "excel")).statusCode(400);
    post(ROWS.getBytes(UTF_8), Map.of("format", "mapped", "profile", "none")).statusCode(400);
  }

  @Test
  void anImportWithoutOneGoodRowHasFailed() {
    imported(HEADER + "2018,JPN,ZZZ,M,260400,5,1\n", "test-none")
        .body("status", equalTo("FAILED"))
        .body("failure", containsString("rejects"));
  }

  @Test
  void yenBecomeDollarsAtTheMeanOfTheMonths() {
    // Mean of the twelve H.10 monthly averages of 2024: 151.458425 yen a dollar.
    imported(
            "ex_im,area,goods,year,value_bn_yen\nimport,Taiwan,(Ic),2024,1.0\nimport,EU,(Ic),2024,9.9\nexport,Taiwan,(Ic),2024,9.9\n"
                .getBytes(UTF_8),
            Map.of("format", "mapped", "profile", "japan-customs-annual", "source", "test-yen"))
        .body("rowsAccepted", equalTo(1))
        .body("rowsIgnored", equalTo(2));
    given()
        .queryParam("source", "test-yen")
        .get("/trade/v1/observations")
        .then()
        .body("items[0].partner", equalTo("TWN"))
        .body("items[0].product", equalTo("IC"))
        .body(containsString("\"valueUsd\":6602471.93,"));
  }

  @Test
  void anAcceptedImportSurvivesUntilItIsMerged() {
    var location =
        post(ROWS.getBytes(UTF_8), Map.of("format", "comtrade", "source", "test-wait"))
            .extract()
            .header("Location");
    eventually(() -> given().get(location).then().body("status", equalTo("COMPLETED")));
  }

  @Test
  void theSameKeyAndFileIsTheFirstImportAgain() {
    var first = keyed("key-1", ROWS).statusCode(202).extract().header("Location");
    assertThat(keyed("key-1", ROWS).statusCode(202).extract().header("Location")).isEqualTo(first);
    refused(keyed("key-1", ROWS + "2018,JPN,PHL,M,260400,1,1\n"), "idempotency-key-reused");
    assertThat(keyed("key-2", ROWS).statusCode(202).extract().header("Location"))
        .isNotEqualTo(first);
  }

  private static ValidatableResponse keyed(String key, String csv) {
    return given()
        .header("Authorization", Tokens.bearer("steward"))
        .header("Idempotency-Key", key)
        .contentType("text/csv")
        .queryParams(Map.of("format", "comtrade", "source", "test-keyed"))
        .body(csv)
        .post("/trade/v1/imports")
        .then();
  }

  @Test
  void aFileWithoutWeightsRevisesNoWeight() {
    imported(ROWS, "test-subset");
    var values =
        "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n2018,JPN,NCL,M,260400,60\n";
    imported(values, "test-subset").body("rowsUnchanged", equalTo(1));
    imported(values.replace(",60", ",61"), "test-subset").body("rowsRevised", equalTo(1));
    given()
        .queryParams(Map.of("source", "test-subset", "partner", "NCL"))
        .get("/trade/v1/observations")
        .then()
        .body("items[0].valueUsd", equalTo(61))
        .body("items[0].netWeightKg", equalTo(4));
  }

  @Test
  void aRepeatedLineOfTwoFlowsIsOneRejectAndTwoObservationsLess() {
    var csv =
        "month,country,import_usd_mn,export_usd_mn\n2019-05-01,JAPAN,1.5,2.5\n2019-05-01,JAPAN,1.5,2.5\n";
    imported(
            csv.getBytes(UTF_8),
            Map.of(
                "format", "mapped", "profile", "india-tradestat-monthly", "source", "test-twice"))
        .body("rowsRead", equalTo(2))
        .body("rowsAccepted", equalTo(2))
        .body("rowsAdded", equalTo(2))
        .body("rowsRejected", equalTo(1));
  }

  @Test
  void noCellEverHasTwoOpenRows() {
    imported(ROWS, "test-open");
    imported(ROWS.replace("60,4", "61,4"), "test-open");
    imported(ROWS.replace("60,4", "62,4") + "2018,JPN,NCL,M,260400,63,4\n", "test-open");
    var doubled =
        database.number(
            """
            select count(*) from (
              select 1 from observation where to_revision is null
              group by slice_id, product, partner having count(*) > 1) twice
            """);
    assertThat(doubled).isZero();
    assertThat(database.number("select count(*) from observation where to_revision is null"))
        .isPositive();
  }

  private static ValidatableResponse observations(String source, String asOf) {
    return given()
        .queryParams(Map.of("source", source, "asOf", asOf))
        .get("/trade/v1/observations")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse refused(ValidatableResponse response, String slug) {
    return response
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ecosec:problem:" + slug));
  }
}

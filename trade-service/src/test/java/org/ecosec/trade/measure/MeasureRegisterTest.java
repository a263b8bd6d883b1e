package org.ecosec.trade.measure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.testing.Contracts;
import org.ecosec.platform.testing.Tokens;
import org.ecosec.trade.RealTrade;
import org.ecosec.trade.Reference;
import org.ecosec.trade.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class MeasureRegisterTest {

  private static final String MEASURES = "/trade/v1/measures";
  private static final String NOTICES =
      """
      published,document_number,title,summary,url
      2023-10-25,2023-23055,"Implementation of Additional Export Controls: Certain Advanced Computing Items","This rule amends the Export Administration Regulations.",https://www.federalregister.gov/d/2023-23055
      2020-02-07,2020-02455,Advisory Committee on Supply Chain Competitiveness,Nominations.,https://www.federalregister.gov/d/2020-02455
      """;

  private final ObjectMapper json;

  MeasureRegisterTest(ObjectMapper json) {
    this.json = json;
  }

  @Test
  void theShippedRegisterAnswersWhatIsInForceOnADay() throws Exception {
    var shipped =
        new String(Reference.file("measures.json"), java.nio.charset.StandardCharsets.UTF_8);
    take(
            "json",
            shipped
                .replace("\"id\" : \"", "\"id\" : \"reg-")
                .replace("\"id\": \"", "\"id\": \"reg-"))
        .statusCode(200)
        .body("read", equalTo(21))
        .body("rejected", hasSize(0));
    take("json", shipped.replace("\"id\": \"", "\"id\": \"reg-"))
        .body("registered", equalTo(0))
        .body("known", equalTo(21));

    // The ban of December 2024 hits the United States and nobody else.
    inForce("2024-12-10", "811292", "USA")
        .body("items.id", hasItem("reg-chn-usa-gallium-germanium-antimony-2024"));
    inForce("2024-12-10", "811292", "JPN")
        .body("items.id", not(hasItem("reg-chn-usa-gallium-germanium-antimony-2024")))
        .body("items.id", hasItem("reg-chn-gallium-germanium-2023"));
    inForce("2024-12-02", "811292", "USA")
        .body("items.id", not(hasItem("reg-chn-usa-gallium-germanium-antimony-2024")));
    // The licences of April 2025 hit all.
    for (var target : List.of("JPN", "IND", "USA")) {
      inForce("2025-04-04", "850511", target).body("items.id", hasItem("reg-chn-rare-earths-2025"));
    }
    inForce("2025-04-03", "850511", "JPN")
        .body("items.id", not(hasItem("reg-chn-rare-earths-2025")));
    // Japan's own licences take effect at the end of May 2025.
    inForce("2025-05-30", "8486", "IND")
        .body("items.id", not(hasItem("reg-jpn-advanced-chips-2025")));
    inForce("2025-05-31", "8486", "IND").body("items.id", hasItem("reg-jpn-advanced-chips-2025"));
    // A lifted one is in force no more; an undated one never surely.
    inForce("2010-10-01", "280530", "JPN")
        .body("items.id", hasItem("reg-chn-rare-earths-japan-2010"));
    inForce("2010-11-20", "280530", "JPN")
        .body("items.id", not(hasItem("reg-chn-rare-earths-japan-2010")));
    inForce("2025-07-01", "310210", "IND")
        .body("items.id", not(hasItem("reg-chn-india-restrictions-2025")));
    given().get(MEASURES + "?inForceOn=soon").then().statusCode(400);
  }

  @Test
  void aNoticeIsACandidateThatNobodyIsToldOfUntilAStewardConfirmsIt() throws Exception {
    take("federal-register", NOTICES).statusCode(200).body("registered", equalTo(2));
    take("federal-register", NOTICES).body("registered", equalTo(0)).body("known", equalTo(2));
    var id = "fr-2023-23055";
    given()
        .get(MEASURES + "?status=CANDIDATE&limit=1000")
        .then()
        .body("items.id", hasItems(id, "fr-2020-02455"));
    given()
        .get(MEASURES + "/" + id)
        .then()
        .body("kind", equalTo("EXPORT_LICENCE"))
        .body("announced.on", equalTo("2023-10-25"));
    var topic = new Topic("trade.measures.v1");
    assertThat(topic.now(record -> record.key().startsWith("fr-"))).isEmpty();

    var read = given().get(MEASURES + "/" + id).then().extract();
    var confirmed = (ObjectNode) json.readTree(read.asString());
    confirmed.put("status", "CONFIRMED");
    confirmed
        .putArray("codes")
        .addObject()
        .put("classification", "HS")
        .put("edition", "2022")
        .put("code", "854231")
        .put("coverage", "PARTIAL");
    given()
        .header("Authorization", Tokens.bearer("steward"))
        .header("If-Match", read.header("ETag"))
        .contentType("application/json")
        .body(confirmed.toString())
        .put(MEASURES + "/" + id)
        .then()
        .statusCode(200);
    var told = topic.await(1, record -> record.key().equals(id));
    assertThat(json.readTree(told.getFirst().value()).get("change").asText())
        .isEqualTo("ANNOUNCED");
    given()
        .get(MEASURES + "/" + id + "/history")
        .then()
        .body("items.measure.status", contains("CANDIDATE", "CONFIRMED"))
        .body("items[1].toRevision", nullValue());
    assertThat(topic.now(record -> record.key().equals("fr-2020-02455"))).isEmpty();
  }

  @Test
  void aCsvFileTakesWhatIsRightAndRefusesTheRestByItsPlace() {
    take(
            "csv",
            """
            id,title,imposer,targetKind,targets,kind,announced,effective,codes,source,relaxes
            csv-ban,A ban,CHN,ONLY,JPN USA,EXPORT_BAN,2026-01-06,2026-02,HS/2022/811292/PARTIAL HS//2504/FULL,A notice,
            csv-relief,A relief,CHN,ONLY,JPN,RELAXATION,2026-03,,,A notice,csv-ban
            csv-wrong,Nowhere,ZZZ,ALL,,EXPORT_BAN,2026,,,A notice,
            csv-date,A date,CHN,ALL,,EXPORT_BAN,2026-13,,,A notice,
            csv-kind,A kind,CHN,ALL,,SULK,2026,,,A notice,
            """)
        .statusCode(200)
        .body("registered", equalTo(2))
        .body("rejected.entry", contains(3, 4, 5));
    given()
        .get(MEASURES + "/csv-ban")
        .then()
        .body("effective.precision", equalTo("MONTH"))
        .body("codes[0].coverage", equalTo("PARTIAL"))
        .body("codes[1].edition", nullValue());
    given().get(MEASURES + "?relaxes=csv-ban").then().body("items.id", contains("csv-relief"));
    var told = new Topic("trade.measures.v1").await(2, record -> record.key().startsWith("csv-"));
    assertThat(told)
        .allSatisfy(
            record -> {
              assertThat(Contracts.violations("trade.measures.v1", record.value())).isEmpty();
              assertThat(json.readTree(record.value()).get("relaxes").asText("none"))
                  .isEqualTo(record.key().equals("csv-relief") ? "csv-ban" : "none");
            });
    take("csv", "title\nno columns\n").statusCode(422);
    take("json", "{").statusCode(422);
    take("json", "[{\"id\":\"half\"}]").statusCode(200).body("rejected", hasSize(1));
    take("xml", "<a/>").statusCode(400);
    given()
        .header("Authorization", Tokens.bearer("analyst"))
        .contentType("text/csv")
        .body("x")
        .post(MEASURES + "/imports?format=csv")
        .then()
        .statusCode(403);
  }

  // Ministry of Finance of Japan, 2024: cars to the USA 5,900.737536 of 16,155.169376 billion yen.
  @Test
  void aTariffExposesTheExporter() throws Exception {
    imported(
        "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n2024,JPN,USA,X,870323,5900737536000\n2024,JPN,W00,X,870323,16155169376000\n",
        "mof-cars");
    take(
            "csv",
            """
            id,title,imposer,targetKind,targets,kind,announced,effective,codes,source
            usa-cars,Tariff on cars,USA,ONLY,JPN IND,IMPORT_TARIFF,2025-03-26,2025-04-03,HS/2022/870323/FULL,A notice
            """)
        .body("registered", equalTo(1));
    eventually(
        () ->
            given()
                .get(MEASURES + "/usa-cars/exposures")
                .then()
                .body("items.importer", contains("IND", "JPN"))
                .body("items.side", contains("EXPORTS", "EXPORTS"))
                .body("items[1].flows[0].period", equalTo("2024")));
    JsonNode japan =
        json.readTree(given().get(MEASURES + "/usa-cars/exposures").then().extract().asString())
            .at("/items/1/flows/0");
    assertThat(japan.get("share").doubleValue()).isCloseTo(0.365, within(0.0005));
    assertThat(japan.get("basis").asText()).isEqualTo("REPORTED");
    var told =
        new Topic("trade.exposures.v1").await(2, record -> record.key().startsWith("usa-cars|"));
    assertThat(told)
        .extracting(record -> record.key())
        .containsExactlyInAnyOrder("usa-cars|IND", "usa-cars|JPN");
    for (var record : told) {
      assertThat(Contracts.violations("trade.exposures.v1", record.value())).isEmpty();
      var exposure = json.readTree(record.value());
      assertThat(exposure.get("side").asText()).isEqualTo("EXPORTS");
      assertThat(exposure.get("imposer").asText()).isEqualTo("USA");
      if (record.key().endsWith("JPN")) {
        assertThat(exposure.get("fullUsd").decimalValue()).isEqualByComparingTo("5900737536000");
      }
    }
  }

  // Sums of the shipped file by a separate script: 24,119,782 kg in 2024; December 2022 to November
  // 2023 against the year after it: 33,440,427.923 kg to 22,206,695 kg, 33.6 % less.
  @Test
  void theGraphitePermitsAreSeenInTheMonthsAfterThem() throws IOException {
    for (var name :
        List.of("china-exports-monthly.history.csv.gz", "china-exports-monthly.newest.csv.gz")) {
      imported(
          Reference.file(name), Map.of("format", "mapped", "profile", "china-comtrade-monthly"));
    }
    take(
            "csv",
            """
            id,title,imposer,targetKind,targets,kind,announced,effective,codes,source
            graphite-effect,Graphite,CHN,ALL,,EXPORT_LICENCE,2023-10-20,2023-12-01,HS/2022/250410/FULL HS/2022/380110/FULL,A notice
            graphite-vague,Graphite,CHN,ALL,,EXPORT_LICENCE,2023-10-20,2023,HS/2022/250410/FULL,A notice
            """)
        .body("registered", equalTo(2));
    var effects =
        json.readTree(
                given()
                    .get(MEASURES + "/graphite-effect/effects")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString())
            .get("items");
    var japan = effects.get(2);
    assertThat(japan.get("economy").asText()).isEqualTo("JPN");
    assertThat(japan.get("code").asText()).isEqualTo("250410");
    assertThat(japan.get("from").asText()).isEqualTo("2023-12");
    assertThat(japan.get("to").asText()).isEqualTo("2024-11");
    assertThat(japan.get("months").intValue()).isEqualTo(12);
    assertThat(japan.get("beforeKg").doubleValue()).isCloseTo(33_440_427.923, within(0.001));
    assertThat(japan.get("changeKg").doubleValue()).isCloseTo(-0.335933, within(1e-6));
    assertThat(japan.get("verdict").asText()).isEqualTo("FELL");
    assertThat(effects.get(3).get("verdict").asText()).isEqualTo("NOT_SEEN");
    given()
        .get(MEASURES + "/graphite-vague/effects")
        .then()
        .body("items[0].reason", equalTo("IMPRECISE_DATE"))
        .body("items[0].verdict", nullValue());
    var flow =
        json.readTree(
                given().get(MEASURES + "/graphite-effect/exposures").then().extract().asString())
            .at("/items/1/flows/0");
    assertThat(flow.at("/lastTwelveMonths/from").asText()).isEqualTo("2024-01");
    assertThat(flow.at("/lastTwelveMonths/to").asText()).isEqualTo("2024-12");
    assertThat(flow.at("/lastTwelveMonths/valueUsd").doubleValue()).isEqualTo(41_644_612);
    assertThat(flow.at("/lastTwelveMonths/basis").asText()).isEqualTo("MIRROR");
  }

  private ValidatableResponse take(String format, String body) {
    return given()
        .header("Authorization", Tokens.bearer("steward"))
        .contentType(format.equals("json") ? "application/json" : "text/csv")
        .body(body)
        .post(MEASURES + "/imports?format=" + format)
        .then();
  }

  private static ValidatableResponse inForce(String day, String product, String target) {
    return given()
        .queryParams(Map.of("inForceOn", day, "product", product, "target", target, "limit", 1000))
        .get(MEASURES)
        .then()
        .statusCode(200);
  }
}

package org.ecosec.trade.measure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.ecosec.platform.testing.Contracts;
import org.ecosec.platform.testing.Tokens;
import org.ecosec.trade.RealTrade;
import org.ecosec.trade.Reference;
import org.ecosec.trade.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class MeasuresTest {

  private static final String MEASURES = "/trade/v1/measures";

  private final ObjectMapper json;

  MeasuresTest(ObjectMapper json) {
    this.json = json;
  }

  // China's exports of 2024 in the shipped file: 41,644,612 of 250410 and 72,440,269 of 380110 to
  // Japan.
  @Test
  void theGraphitePermitsExposeJapanThroughChinasOwnReports() throws Exception {
    for (var name :
        java.util.List.of(
            "china-exports-monthly.history.csv.gz", "china-exports-monthly.newest.csv.gz")) {
      imported(
              Reference.file(name), Map.of("format", "mapped", "profile", "china-comtrade-monthly"))
          .body("rowsRejected", equalTo(0));
    }
    imported(
        Reference.file("comtrade-minerals.newest.csv.gz"),
        Map.of("format", "comtrade", "source", "graphite-minerals"));
    register(shipped("chn-graphite-permits-2023")).statusCode(201);

    var exposures =
        given()
            .get(MEASURES + "/chn-graphite-permits-2023/exposures")
            .then()
            .statusCode(200)
            .body("items.importer", equalTo(java.util.List.of("IND", "JPN")));
    JsonNode japan = json.readTree(exposures.extract().asString()).at("/items/1");
    assertThat(japan.get("fullUsd").decimalValue()).isEqualByComparingTo("114084881");
    assertThat(japan.get("partialAtMostUsd").isNull()).isTrue();
    assertThat(japan.at("/flows").findValuesAsText("basis")).contains("MIRROR", "HEADING");
    // Of Japan's graphite (heading 2504) 87.2 % came from China: concentrated whoever the rest is.
    var heading = japan.at("/flows/1");
    assertThat(heading.get("verdict").asText()).isEqualTo("CONCENTRATED");
    assertThat(heading.get("hhiLower").doubleValue()).isCloseTo(0.760, within(0.0005));
    assertThat(heading.get("hhiUpper").doubleValue()).isCloseTo(0.777, within(0.0005));
    assertThat(heading.get("imposerRank").intValue()).isEqualTo(1);
    assertThat(japan.get("sectors"))
        .anySatisfy(
            part -> {
              assertThat(part.get("sector").asText()).isEqualTo("critical-minerals");
              assertThat(part.get("fullUsd").decimalValue()).isEqualByComparingTo("114084881");
            });

    var told =
        new Topic("trade.exposures.v1")
            .await(2, record -> record.key().startsWith("chn-graphite-permits-2023|"));
    assertThat(told).hasSize(2);
    told.forEach(
        record -> assertThat(Contracts.violations("trade.exposures.v1", record.value())).isEmpty());
    var announced =
        new Topic("trade.measures.v1")
            .await(1, record -> record.key().equals("chn-graphite-permits-2023"));
    assertThat(Contracts.violations("trade.measures.v1", announced.getFirst().value())).isEmpty();
  }

  // Japan's imports of nickel mattes (750110) in 2014, the last year of the shipped file: Indonesia
  // 981,031,842 and Australia 100,026,497 of 1,081,058,339; India bought from the USA only.
  @Test
  void theImposersPlaceAmongTheSuppliersIsCountedOnTheShippedFile() throws Exception {
    for (var name :
        java.util.List.of("comtrade-nickel.history.csv.gz", "comtrade-nickel.newest.csv.gz")) {
      imported(Reference.file(name), Map.of("format", "comtrade", "source", "nickel-mattes"));
    }
    var mattes = shipped("idn-nickel-ore-ban-2020").put("id", "mattes-idn");
    ((ObjectNode) mattes.at("/codes/0")).put("code", "750110");
    register(mattes).statusCode(201);
    register(mattes.put("id", "mattes-aus").put("imposer", "AUS")).statusCode(201);

    var first = exposures("mattes-idn");
    assertThat(first.at("/1/flows/0/imposerRank").intValue()).isEqualTo(1);
    assertThat(first.at("/1/flows/0/share").doubleValue()).isCloseTo(0.907474, within(5e-7));
    assertThat(first.at("/0/flows/0/imposerRank").isNull()).isTrue();
    var second = exposures("mattes-aus");
    assertThat(second.at("/1/flows/0/imposerRank").intValue()).isEqualTo(2);
    assertThat(second.at("/1/flows/0/alternatives/0/partner").asText()).isEqualTo("IDN");
  }

  private JsonNode exposures(String id) throws JsonProcessingException {
    return json.readTree(
            given().get(MEASURES + "/" + id + "/exposures").then().extract().asString())
        .get("items");
  }

  @Test
  void everyEntryOfTheRegisterCanBeRegistered() throws Exception {
    for (JsonNode measure : json.readTree(Reference.file("measures.json"))) {
      register(((ObjectNode) measure).put("id", "all-" + measure.get("id").asText()))
          .statusCode(201);
    }
    given()
        .get(MEASURES + "/all-usa-import-tariffs-2025/exposures")
        .then()
        .body("items.importer", equalTo(java.util.List.of("IND", "JPN")))
        .body("items.side", equalTo(java.util.List.of("EXPORTS", "EXPORTS")));
    given()
        .get(MEASURES + "/all-chn-usa-gallium-germanium-antimony-2024/exposures")
        .then()
        .body("items", hasSize(0));
    given()
        .get(MEASURES + "/all-chn-japan-dual-use-2026/exposures")
        .then()
        .body("items.importer", equalTo(java.util.List.of("JPN")));
  }

  @Test
  void aMeasureAgainstAllButOneLeavesThatOneOut() throws Exception {
    var ban = shipped("idn-nickel-ore-ban-2020").put("id", "all-but-japan");
    ban.putObject("targets").put("kind", "ALL_BUT").putArray("economies").add("JPN");
    register(ban).statusCode(201);
    given()
        .get(MEASURES + "/all-but-japan/exposures")
        .then()
        .body("items.importer", equalTo(java.util.List.of("IND")));
    for (var hit : java.util.List.of("IND", "USA")) {
      inForce(hit).body("items.findAll { it.id == 'all-but-japan' }", hasSize(1));
    }
    inForce("JPN").body("items.findAll { it.id == 'all-but-japan' }", hasSize(0));
  }

  private static ValidatableResponse inForce(String target) {
    return given()
        .queryParams(Map.of("inForceOn", "2020-02-01", "target", target, "limit", 1000))
        .get(MEASURES)
        .then()
        .statusCode(200);
  }

  @Test
  void aMeasureIsRegisteredOnceAndChangedWithIfMatch() throws Exception {
    var measure = shipped("idn-nickel-ore-ban-2020").put("id", "nickel-change");
    register(measure).statusCode(201).body("lifted", nullValue());
    register(measure).statusCode(409);
    var tag = given().get(MEASURES + "/nickel-change").then().extract().header("ETag");
    measure.putObject("lifted").put("on", "2026-01-01").put("precision", "DAY");
    change(measure, "\"other\"").statusCode(412);
    change(measure, tag).statusCode(200);
    given().get(MEASURES + "/nickel-change/exposures").then().body("items", hasSize(0));
    var told =
        new Topic("trade.measures.v1").await(2, record -> record.key().equals("nickel-change"));
    assertThat(json.readTree(told.getLast().value()).get("change").asText()).isEqualTo("LIFTED");
    given()
        .header("Authorization", Tokens.bearer("operator", "RESTRICTED"))
        .queryParam("subject", "measures/nickel-change")
        .get("/trade/v1/audit-entries")
        .then()
        .body("items.content.act", equalTo(java.util.List.of("ANNOUNCED", "LIFTED")))
        .body("items[0].content.actor", equalTo("steward-of-tests"));
  }

  @Test
  void aRestrictedMeasureIsNotThereForOthers() throws Exception {
    register(
            shipped("chn-antimony-2024").put("id", "restricted-one").put("handling", "RESTRICTED"),
            "RESTRICTED")
        .statusCode(201);
    given().get(MEASURES + "/restricted-one").then().statusCode(404);
    given().get(MEASURES + "/restricted-one/exposures").then().statusCode(404);
    given()
        .header("Authorization", Tokens.bearer("reader", "RESTRICTED"))
        .get(MEASURES + "/restricted-one")
        .then()
        .statusCode(200);
    given()
        .queryParam("limit", 1000)
        .get(MEASURES)
        .then()
        .body("items.findAll { it.id == 'restricted-one' }", hasSize(0));
  }

  @Test
  void wrongEntriesAreRefusedWithTheField() throws Exception {
    refused(shipped("chn-antimony-2024").put("imposer", "ZZZ"), "/imposer");
    refused(shipped("chn-antimony-2024").put("id", "No Slug"), "/id");
    var twice = shipped("chn-antimony-2024");
    twice.withArray("codes").add(twice.at("/codes/0"));
    refused(twice, "/codes");
  }

  @Test
  void newObservationsChangeAnExposure() throws Exception {
    register(shipped("idn-nickel-ore-ban-2020").put("id", "nickel-late")).statusCode(201);
    imported(
        "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n2025,JPN,IDN,M,260400,30\n2025,JPN,W00,M,260400,40\n2025,JPN,PHL,M,260400,10\n",
        "late-nickel");
    eventually(
        () ->
            given()
                .get(MEASURES + "/nickel-late/exposures")
                .then()
                .body("items.find { it.importer == 'JPN' }.flows[0].period", equalTo("2025"))
                .body(
                    "items.find { it.importer == 'JPN' }.flows[0].alternatives[0].partner",
                    equalTo("PHL")));
  }

  private void refused(ObjectNode measure, String pointer) {
    register(measure).statusCode(422).body("errors[0].pointer", equalTo(pointer));
  }

  private ValidatableResponse register(ObjectNode measure) {
    return register(measure, "PUBLIC");
  }

  private ValidatableResponse register(ObjectNode measure, String handling) {
    return given()
        .header("Authorization", Tokens.bearer("steward", handling))
        .contentType("application/json")
        .body(measure.toString())
        .post(MEASURES)
        .then();
  }

  private ValidatableResponse change(ObjectNode measure, String tag) {
    return given()
        .header("Authorization", Tokens.bearer("steward"))
        .header("If-Match", tag)
        .contentType("application/json")
        .body(measure.toString())
        .put(MEASURES + "/" + measure.get("id").asText())
        .then();
  }

  private ObjectNode shipped(String id) throws JsonProcessingException, java.io.IOException {
    for (JsonNode measure : json.readTree(Reference.file("measures.json"))) {
      if (measure.get("id").asText().equals(id)) {
        return (ObjectNode) measure;
      }
    }
    throw new AssertionError("No measure " + id);
  }
}

package org.ecosec.trade.diversion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ecosec.platform.testing.Contracts;
import org.ecosec.platform.testing.Tokens;
import org.ecosec.trade.RealTrade;
import org.ecosec.trade.Topic;
import org.junit.jupiter.api.Test;

/** Fiji's graphite to New Zealand, around a ban of January 2023, through Samoa or Mozambique. */
@QuarkusTest
@RealTrade
class DiversionTellingTest {

  private static final String WATCHES = "/trade/v1/diversion-watches";
  private static final Topic TOLD = new Topic("trade.diversions.v1");

  private final ObjectMapper json;

  DiversionTellingTest(ObjectMapper json) {
    this.json = json;
  }

  // A ban in January 2023. January to March 2022 against 2023: 3,000 direct to 1,200, 30 into Samoa
  // to 180 while its other imports kept still, 15 out of it to 135: at most 120 of 1,800, 150 and
  // 120. In April the direct way is back: 4,000 to 5,200.
  @Test
  void aTriangleUnderAMeasureInForceIsToldWhenItsOutcomeChangesAndOnlyThen() throws Exception {
    register("fji-graphite-ban", "250410");
    load("div-told", months("2022-01", "2023-02", "250410", 1000));
    load("div-told", months("2023-03", "2023-03", "250410", 400));
    var first = told("FJI|WSM|NZL|HS|250410", 1).getFirst();
    assertThat(Contracts.violations(TOLD.name(), first.value())).isEmpty();
    var news = json.readTree(first.value());
    assertThat(news.get("verdict").asText()).isEqualTo("CONSISTENT_WITH_DIVERSION");
    assertThat(news.get("period").asText()).isEqualTo("2023-03");
    assertThat(news.get("since").asText()).isEqualTo("2023-01");
    assertThat(news.get("months").intValue()).isEqualTo(3);
    assertThat(news.get("directChange").doubleValue()).isCloseTo(-0.6, within(1e-9));
    assertThat(news.get("hubChange").doubleValue()).isCloseTo(5, within(1e-9));
    assertThat(news.get("onwardChange").doubleValue()).isCloseTo(8, within(1e-9));
    assertThat(news.get("divertedUsd").doubleValue()).isEqualTo(120);
    assertThat(news.get("measureIds")).extracting(JsonNode::asText).contains("fji-graphite-ban");
    // Samoa is no producer of graphite by USGS, which names all: a line of evidence of its own.
    assertThat(news.get("hubCapacity").asText()).isEqualTo("NO_KNOWN_PRODUCTION");
    assertThat(news.get("confidence").asText()).isEqualTo("HIGH");
    assertThat(news.get("baseline").booleanValue()).isFalse();
    // A hub that makes graphite itself fits as well, with less behind it.
    var mozambique = json.readTree(told("FJI|MOZ|NZL|HS|250410", 1).getFirst().value());
    assertThat(mozambique.get("hubCapacity").asText()).isEqualTo("PRODUCES");
    assertThat(mozambique.get("confidence").asText()).isEqualTo("MEDIUM");

    repeatTheNewsOf("div-told");
    load("div-told", months("2023-04", "2023-04", "250410", 4000));
    var both = told("FJI|WSM|NZL|HS|250410", 2);
    assertThat(both).hasSize(2);
    assertThat(json.readTree(both.getLast().value()).get("verdict").asText())
        .isEqualTo("NOT_CONSISTENT");
    assertThat(both).extracting(DiversionTellingTest::sequence).containsExactly("1", "2");
    given()
        .get(
            "/trade/v1/diversions?origin=FJI&hub=WSM&market=NZL&product=250410&from=2023-01&period=2023-03")
        .then()
        .statusCode(200)
        .body("items.hub", equalTo(List.of("WSM")))
        .body("items[0].reading", equalTo("CONSISTENT_WITH_DIVERSION"))
        .body("items[0].hubCapacity", equalTo("NO_KNOWN_PRODUCTION"));
  }

  @Test
  void whatTheFirstLoadOfASourceHoldsIsWhereItStartsAndSilent() throws Exception {
    register("fji-oxide-ban", "282580");
    load(
        "div-baseline",
        months("2022-01", "2022-12", "282580", 1000)
            + months("2023-01", "2023-03", "282580", 400).substring(HEADER.length()));
    var news = json.readTree(told("FJI|WSM|NZL|HS|282580", 1).getFirst().value());
    assertThat(news.get("baseline").booleanValue()).isTrue();
    // Antimony is mined by few, who are named; who refines it is not loaded.
    assertThat(news.get("hubCapacity").asText()).isEqualTo("UNKNOWN");
  }

  @Test
  void aStewardKeepsATriangleAndIsToldOfItsHubAlone() throws Exception {
    var watch =
        """
        {"id": "gold-by-samoa", "origin": "FJI", "hub": "WSM", "market": "NZL",
         "classification": "HS", "product": "710820", "since": "2023-01", "reason": "A hint.",
         "ended": false}
        """;
    keep(watch, "analyst").statusCode(403);
    keep(watch.replace("\"NZL\"", "\"ZZZ\""), "steward").statusCode(422);
    keep(watch.replace("2023-01", "2023"), "steward")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/since"));
    var tag = keep(watch, "steward").statusCode(201).extract().header("ETag");
    keep(watch, "steward").statusCode(409);
    load("div-kept", months("2022-01", "2023-02", "710820", 1000));
    load("div-kept", months("2023-03", "2023-03", "710820", 400));
    var news = json.readTree(told("FJI|WSM|NZL|HS|710820", 1).getFirst().value());
    assertThat(news.get("measureIds")).isEmpty();
    assertThat(TOLD.now(record -> record.key().startsWith("FJI|MOZ|NZL|HS|710820"))).isEmpty();
    given()
        .header("Authorization", Tokens.bearer("steward"))
        .header("If-Match", tag)
        .contentType("application/json")
        .body(watch.replace("false", "true"))
        .put(WATCHES + "/gold-by-samoa")
        .then()
        .statusCode(200);
    given()
        .get(WATCHES + "/gold-by-samoa/history")
        .then()
        .body("items.entry.ended", equalTo(List.of(false, true)));
    given().get(WATCHES).then().body("items.findAll { it.id == 'gold-by-samoa' }", hasSize(1));
  }

  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n";

  /** Every month alike: the hubs take sixty a month from 2023 on, and ten before. */
  private static String months(String from, String to, String product, int direct) {
    var rows = new StringBuilder(HEADER);
    for (var month = YearMonth.parse(from);
        !month.isAfter(YearMonth.parse(to));
        month = month.plusMonths(1)) {
      boolean after = month.getYear() >= 2023;
      int now = after && direct == 1000 ? 400 : direct;
      rows.append(
          """
          %1$s,NZL,FJI,M,%2$s,%3$d
          %1$s,WSM,FJI,M,%2$s,%4$d
          %1$s,NZL,WSM,M,%2$s,%5$d
          %1$s,MOZ,FJI,M,%2$s,%4$d
          %1$s,NZL,MOZ,M,%2$s,%5$d
          %1$s,WSM,FJI,M,710899,100
          %1$s,MOZ,FJI,M,710899,100
          """
              .formatted(
                  month.toString().replace("-", ""),
                  product,
                  now,
                  after ? 60 : 10,
                  after ? 45 : 5));
    }
    return rows.toString();
  }

  private static void load(String source, String csv) {
    imported(csv, source).body("rowsRejected", equalTo(0));
  }

  private void register(String id, String code) {
    given()
        .header("Authorization", Tokens.bearer("steward"))
        .contentType("text/csv")
        .body(
            """
            id,title,imposer,targetKind,targets,kind,announced,effective,codes,source
            %s,A ban,FJI,ONLY,NZL,EXPORT_BAN,2022-12-01,2023-01-01,HS/2022/%s/FULL,A notice
            """
                .formatted(id, code))
        .post("/trade/v1/measures/imports?format=csv")
        .then()
        .body("registered", equalTo(1));
  }

  private static ValidatableResponse keep(String watch, String role) {
    return given()
        .header("Authorization", Tokens.bearer(role))
        .contentType("application/json")
        .body(watch)
        .post(WATCHES)
        .then();
  }

  /** As a broker does that delivers twice. */
  private static void repeatTheNewsOf(String source) {
    var topic = new Topic("trade.observations.v1");
    topic.now(record -> record.key().startsWith(source + "|")).forEach(topic::send);
  }

  private static List<ConsumerRecord<String, String>> told(String key, int wanted) {
    return TOLD.await(wanted, record -> record.key().equals(key));
  }

  private static String sequence(ConsumerRecord<String, String> record) {
    return new String(record.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8);
  }
}

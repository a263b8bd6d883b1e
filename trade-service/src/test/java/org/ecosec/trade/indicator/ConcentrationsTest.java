package org.ecosec.trade.indicator;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.trade.Files.eventually;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.data.Offset;
import org.ecosec.platform.testing.Contracts;
import org.ecosec.trade.RealTrade;
import org.ecosec.trade.Reference;
import org.ecosec.trade.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class ConcentrationsTest {

  private static final Topic INDICATORS = new Topic("trade.indicators.v1");
  private static final Topic OBSERVATIONS = new Topic("trade.observations.v1");
  private static final Offset<Double> FOUR_DECIMALS = within(0.00005);
  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n";

  private final ObjectMapper json;

  ConcentrationsTest(ObjectMapper json) {
    this.json = json;
  }

  // Figures recomputed independently from the extract; 0.4384 and 58.4 % are METHODS' real check.
  @Test
  void chinasNickelOreIsConcentratedAsRecomputedElsewhere() {
    imported(
            Reference.file("comtrade-nickel.history.csv.gz"),
            Map.of("format", "comtrade", "source", "real-nickel"))
        .body("status", equalTo("COMPLETED"))
        .body("rowsRead", equalTo(10_973))
        .body("rowsRejected", equalTo(0));
    eventually(
        () -> {
          var china = cell("real-nickel", "CHN", "260400", "2013");
          assertThat(china.get("hhi").doubleValue()).isCloseTo(0.4384, FOUR_DECIMALS);
          assertThat(china.at("/top1/partner").asText()).isEqualTo("IDN");
          assertThat(china.at("/top1/share").doubleValue()).isCloseTo(0.584, within(0.0005));
          assertThat(china.get("hhiPoints").intValue()).isEqualTo(4384);
          assertThat(china.get("verdict").asText()).isEqualTo("CONCENTRATED");
        });
    eventually(
        () ->
            assertThat(cell("real-nickel", "CHN", "260400", "2014").get("hhi").doubleValue())
                .isCloseTo(0.4545, FOUR_DECIMALS));
  }

  @Test
  void twoPartnersGiveBoundsAndAVerdictOnlyWhereTheyAgree() {
    imported(
            Reference.file("comtrade-minerals.newest.csv.gz"),
            Map.of("format", "comtrade", "source", "real-minerals"))
        .body("rowsAccepted", equalTo(24));
    eventually(
        () -> {
          var japan = cell("real-minerals", "JPN", "2504", "2024");
          assertThat(japan.get("hhi").isNull()).isTrue();
          assertThat(japan.get("hhiLower").doubleValue()).isCloseTo(0.760, within(0.0005));
          assertThat(japan.get("hhiUpper").doubleValue()).isCloseTo(0.777, within(0.0005));
          assertThat(japan.get("verdict").asText()).isEqualTo("CONCENTRATED");
          assertThat(japan.get("reason").asText()).isEqualTo("LOW_COVERAGE");
        });
    eventually(
        () -> {
          var india = cell("real-minerals", "IND", "2504", "2024");
          assertThat(india.get("hhiLower").doubleValue()).isCloseTo(0.011, within(0.0005));
          assertThat(india.get("hhiUpper").doubleValue()).isCloseTo(0.814, within(0.0005));
          assertThat(india.get("verdict").isNull()).isTrue();
          assertThat(india.get("reason").asText()).isEqualTo("BOUNDS_STRADDLE");
        });
  }

  @Test
  void watchedCellsTellOfChangesAndOthersDoNot() throws Exception {
    var source = "told";
    imported(
        HEADER
            + "2020,JPN,CHN,M,2822,80\n2020,JPN,W00,M,2822,100\n2020,FRA,CHN,M,2822,80\n2020,FRA,W00,M,2822,100\n2020,JPN,CHN,M,0902,1\n",
        source);
    var first = INDICATORS.await(1, from(source));
    assertThat(first).hasSize(1);
    var baseline = json.readTree(first.getFirst().value());
    assertThat(baseline.get("baseline").booleanValue()).isTrue();
    assertThat(baseline.get("newest").booleanValue()).isTrue();
    assertThat(baseline.get("previous").isNull()).isTrue();

    imported(
        (HEADER + "2021,JPN,CHN,M,2822,90\n2021,JPN,W00,M,2822,100\n2020,JPN,CHN,M,2822,70\n")
            .getBytes(UTF_8),
        Map.of("format", "comtrade", "source", source));
    var all = INDICATORS.await(3, from(source));

    assertThat(all).extracting(ConsumerRecord::key).containsOnly("JPN|HS|2822");
    var revised = json.readTree(all.get(1).value());
    assertThat(revised.get("period").asText()).isEqualTo("2020");
    assertThat(revised.get("newest").booleanValue()).isFalse();
    assertThat(revised.at("/previous/hhiLower").doubleValue()).isCloseTo(0.64, within(1e-9));
    assertThat(revised.at("/current/hhiLower").doubleValue()).isCloseTo(0.49, within(1e-9));
    var newest = json.readTree(all.get(2).value());
    assertThat(newest.get("newest").booleanValue()).isTrue();
    assertThat(newest.get("baseline").booleanValue()).isFalse();
    for (var record : all) {
      assertThat(Contracts.violations("trade.indicators.v1", record.value())).isEmpty();
    }
  }

  @Test
  void repeatedAndOldNewsChangesNothing() {
    var source = "repeated";
    imported(HEADER + "2020,IND,CHN,M,282520,80\n2020,IND,W00,M,282520,100\n", source);
    assertThat(INDICATORS.await(1, from(source))).hasSize(1);
    imported(HEADER + "2020,IND,CHN,M,282520,85\n", source);
    eventually(
        () ->
            assertThat(cell(source, "IND", "282520", "2020").get("hhiLower").doubleValue())
                .isCloseTo(0.7225, within(1e-9)));
    var before = cell(source, "IND", "282520", "2020");
    int told = INDICATORS.now(from(source)).size();

    var news = OBSERVATIONS.await(2, from(source));
    assertThat(Contracts.violations("trade.observations.v1", news.getFirst().value())).isEmpty();
    OBSERVATIONS.send(news.getLast());
    OBSERVATIONS.send(news.getFirst());
    OBSERVATIONS.send(news.getLast());
    imported(HEADER + "2021,IND,CHN,M,2504,85\n2021,IND,W00,M,2504,85\n", source);
    assertThat(INDICATORS.await(told + 1, from(source))).hasSize(told + 1);

    assertThat(cell(source, "IND", "282520", "2020")).isEqualTo(before);
  }

  @Test
  void onePreferredSourceSpeaksForACellThatTwoReport() {
    var figures = HEADER + "2023,IND,CHN,M,2822,80\n2023,IND,W00,M,2822,100\n";
    imported(figures, "un-comtrade-minerals");
    assertThat(INDICATORS.await(1, from("un-comtrade-minerals"))).isNotEmpty();
    imported(figures.replace(",80", ",70"), "second-choice");
    eventually(
        () ->
            assertThat(cell("second-choice", "IND", "2822", "2023").get("hhiLower").doubleValue())
                .isCloseTo(0.49, within(1e-9)));
    var answer = read(Map.of("importer", "IND", "product", "2822", "period", "2023")).get("items");
    assertThat(answer).hasSize(1);
    assertThat(answer.get(0).get("source").asText()).isEqualTo("un-comtrade-minerals");
    imported(HEADER + "2024,IND,CHN,M,2822,70\n2024,IND,W00,M,2822,100\n", "second-choice");
    var told = INDICATORS.await(1, from("second-choice"));
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().value()).contains("\"period\":\"2024\"");
  }

  @Test
  void whatWasKnownStaysKnown() {
    var source = "as-of";
    imported(HEADER + "2019,JPN,CHN,M,282520,80\n2019,JPN,W00,M,282520,100\n", source);
    eventually(() -> assertThat(cell(source, "JPN", "282520", "2019").get("hhiLower")).isNotNull());
    var then = Instant.now().toString();
    var answer = at(source, then);
    imported(HEADER + "2019,JPN,CHN,M,282520,60\n", source);
    eventually(
        () ->
            assertThat(cell(source, "JPN", "282520", "2019").get("hhiLower").doubleValue())
                .isCloseTo(0.36, within(1e-9)));
    assertThat(at(source, then)).isEqualTo(answer);
  }

  @Test
  void anUnreadableRecordGoesToItsDeadLetterTopicAndTheNextFlows() {
    OBSERVATIONS.send(
        new ConsumerRecord<>("trade.observations.v1", 0, 0, "poison", "{\"slice\": 12"));
    imported(HEADER + "2022,JPN,CHN,M,2822,80\n2022,JPN,W00,M,2822,100\n", "after-poison");
    eventually(
        () ->
            assertThat(cell("after-poison", "JPN", "2822", "2022").get("suppliers").intValue())
                .isEqualTo(1));
    var dead =
        new Topic("trade.observations.v1.dlq")
            .await(1, record -> record.value().contains("{\\\"slice\\\": 12"));
    assertThat(dead).isNotEmpty();
  }

  @Test
  void sortedListsArePagedInOrder() {
    imported(
        HEADER
            + "2020,SWE,CHN,M,2822,90\n2020,SWE,W00,M,2822,100\n2020,SWE,CHN,M,2504,70\n2020,SWE,W00,M,2504,100\n2020,SWE,CHN,M,282520,80\n2020,SWE,W00,M,282520,100\n",
        "sorted");
    eventually(
        () ->
            given()
                .queryParams(Map.of("importer", "SWE", "source", "sorted"))
                .get("/trade/v1/concentrations")
                .then()
                .body("items", hasSize(3)));
    var query = Map.of("importer", "SWE", "source", "sorted", "sort", "-hhiLower", "limit", "2");
    var first =
        given()
            .queryParams(query)
            .get("/trade/v1/concentrations")
            .then()
            .body("items.product", equalTo(List.of("2822", "282520")));
    given()
        .queryParams(query)
        .queryParam("cursor", first.extract().<String>path("next"))
        .get("/trade/v1/concentrations")
        .then()
        .body("items.product", equalTo(List.of("2504")));
    given().queryParam("sort", "name").get("/trade/v1/concentrations").then().statusCode(400);
  }

  private JsonNode cell(String source, String importer, String product, String period) {
    var items =
        read(Map.of("source", source, "importer", importer, "product", product, "period", period))
            .get("items");
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private String at(String source, String asOf) {
    return read(Map.of("source", source, "asOf", asOf)).toString();
  }

  private JsonNode read(Map<String, String> query) {
    try {
      return json.readTree(
          given()
              .queryParams(query)
              .get("/trade/v1/concentrations")
              .then()
              .statusCode(200)
              .extract()
              .asString());
    } catch (com.fasterxml.jackson.core.JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static java.util.function.Predicate<ConsumerRecord<String, String>> from(String source) {
    return record -> record.value().contains("\"source\":\"" + source + "\"");
  }
}

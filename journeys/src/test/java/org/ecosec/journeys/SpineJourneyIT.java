package org.ecosec.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.journeys.Analyst.one;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a trade file to a signed alert, through the public APIs of the packaged services. The
 * chapters follow one another on one platform; the figures are those of the shipped files.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SpineJourneyIT {
  private static final String NICKEL =
      "/trade/v1/imports?format=comtrade&source=un-comtrade-nickel";
  private static final String MINERALS =
      "/trade/v1/imports?format=comtrade&source=un-comtrade-minerals";
  private static final String CHINA =
      "/trade/v1/imports?format=mapped&profile=china-comtrade-monthly";
  private static final String JPN_NICKEL_2019 =
      "/trade/v1/concentrations?importer=JPN&product=260400&period=2019";
  private static final String GRAPHITE = "chn-graphite-permits-2023";

  private RunningPlatform platform;
  private Steward steward;
  private Analyst analyst;
  private Desk nickel;
  private Desk chips;
  private Desk partnership;
  private AlertListener stream;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    platform = RunningPlatform.start(directory);
    steward = new Steward(platform.as(Role.STEWARD));
    analyst = new Analyst(platform.as(Role.ANALYST));
    nickel =
        Desk.subscribed(
            analyst.api(), "nickel", "{\"importers\": [\"JPN\"], \"products\": [\"2604\"]}");
    chips = Desk.subscribed(analyst.api(), "chips", "{\"sectors\": [\"semiconductors\"]}");
    partnership =
        Desk.subscribed(
            analyst.api(),
            "partnership",
            "{\"kinds\": [\"PLEDGE_PROGRESS\", \"MEASURE_EXPOSURE\"]}");
    stream = AlertListener.listening(platform.edge(), platform.token(Role.READER));
  }

  @AfterAll
  void stop() {
    for (AutoCloseable part : new AutoCloseable[] {stream, nickel, chips, partnership, platform}) {
      try {
        if (part != null) {
          part.close();
        }
      } catch (Exception failure) {
        throw new AssertionError(failure);
      }
    }
  }

  @Test
  @Order(1)
  void theFirstLoadIsSilentAndTheNewestPeriodRaisesOneAlertForEachImporterAndProduct()
      throws Exception {
    var history = steward.imports(NICKEL, TradeFile.shipped("comtrade-nickel.history").gzip());
    assertThat(history.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(history.path("baseline").asBoolean()).isTrue();
    analyst.awaitsDecision("BASELINE", "concentration|IND|HS|260400");
    analyst.awaitsDecision("BASELINE", "concentration|JPN|HS|260400");
    assertThat(stream.summaries()).isEmpty();
    var newest = steward.imports(NICKEL, TradeFile.shipped("comtrade-nickel.newest").gzip());
    assertThat(newest.path("baseline").asBoolean()).isFalse();

    var alert = nickel.awaits("RAISED JPN 260400").alert();
    stream.awaits("RAISED JPN 260400");
    stream.awaits("RAISED IND 260400");
    // Suppliers of 2019: New Caledonia 62.4 %, the Philippines 36.4 %, Indonesia 1.2 %.
    // 100 x (0.4 x 0.624 + 0.4 x log10(219.2 million) on its scale + 0.2 for the basket), all
    // covered
    assertThat(alert.path("score").asInt()).isEqualTo(76);
    assertThat(alert.path("severity").asText()).isEqualTo("CRITICAL");
    assertThat(alert.path("period").asText()).isEqualTo("2019");
    assertThat(alert.path("text").asText()).contains("New Caledonia", "62.4");
    assertThat(nickel.summaries()).containsExactly("RAISED JPN 260400");
    assertThat(stream.summaries()).hasSize(2);

    var told = analyst.notification(alert.path("alertId").asText(), nickel);
    assertThat(told.path("state").asText()).isEqualTo("DELIVERED");
    var notTold = analyst.notification(alert.path("alertId").asText(), chips);
    assertThat(notTold.path("told").asBoolean()).isFalse();
    assertThat(notTold.path("reason").asText()).isEqualTo("FILTERED");
    assertThat(chips.told()).isEmpty();
  }

  @Test
  @Order(2)
  void theSameFileAgainTellsNobodyAndARevisedOneUpdatesTheAlertAndLeavesThePastAsItWas()
      throws Exception {
    var shipped = TradeFile.shipped("comtrade-nickel.newest");
    var again = steward.imports(NICKEL, shipped.gzip());
    assertThat(again.path("rowsUnchanged").asLong()).isEqualTo(again.path("rowsAccepted").asLong());
    assertThat(again.path("rowsRevised").asLong()).isZero();
    assertThat(again.path("revision").isNull()).isTrue();

    var before = Instant.now().truncatedTo(ChronoUnit.MICROS);
    var reads =
        List.of(
            JPN_NICKEL_2019 + "&asOf=" + before,
            "/trade/v1/observations?reporter=JPN&flow=IMPORT&product=260400&period=2019&asOf="
                + before,
            "/alerts/v1/alerts/%s/evidence?sequence=1"
                .formatted(nickel.told().getFirst().alertId()));
    var bytes = new byte[reads.size()][];
    for (int i = 0; i < reads.size(); i++) {
      bytes[i] = platform.bytes(reads.get(i));
    }
    var revised =
        shipped
            .corrected("136801493.367", "200000000.000", "JPN", "NCL", "Import")
            .corrected("219158899.526", "282357406.159", "JPN", "W00", "Import");
    var revision = steward.imports(NICKEL, revised.gzip());
    assertThat(revision.path("rowsRevised").asLong()).isEqualTo(2);

    // The next thing that is told of nickel: the unchanged file told nothing in between.
    nickel.awaits("UPDATED JPN 260400");
    stream.awaits("UPDATED JPN 260400");
    assertThat(nickel.summaries()).containsExactly("RAISED JPN 260400", "UPDATED JPN 260400");
    assertThat(nickel.told()).extracting(Told::sequence).containsExactly(1L, 2L);
    assertThat(nickel.told())
        .extracting(Told::alertId)
        .containsOnly(nickel.told().getFirst().alertId());
    assertThat(nickel.told()).extracting(Told::webhookId).doesNotHaveDuplicates();
    assertThat(stream.summaries()).hasSize(3);
    for (int i = 0; i < reads.size(); i++) {
      assertThat(text(platform.bytes(reads.get(i)))).as(reads.get(i)).isEqualTo(text(bytes[i]));
    }
    assertThat(text(bytes[0])).contains("\"share\":0.624");
    assertThat(text(platform.bytes(JPN_NICKEL_2019))).contains("\"share\":0.708");
  }

  @Test
  @Order(3)
  void boundsAloneRaiseAnAlertWhereTheyDecideAndAnOlderPeriodNotifiesNobody() throws Exception {
    var history = TradeFile.shipped("comtrade-minerals.history");
    var newest = TradeFile.shipped("comtrade-minerals.newest");
    steward.imports(MINERALS, history.gzip());
    analyst.awaitsVerdict("BOUNDS_STRADDLE", "IND", "2504", "2023");
    steward.imports(MINERALS, newest.gzip());
    stream.awaits("RAISED JPN 2504");
    stream.awaits("RAISED JPN 282520");
    var japan = analyst.concentration("JPN", "2504", "2024");
    assertThat(japan.path("hhi").isNull()).isTrue();
    assertThat(japan.path("hhiLower").decimalValue()).isBetween(at("0.7603"), at("0.7604"));
    assertThat(japan.path("hhiUpper").decimalValue()).isBetween(at("0.7767"), at("0.7768"));
    analyst.awaitsVerdict("BOUNDS_STRADDLE", "IND", "2504", "2024");

    // India's natural graphite of 2023 turns out to have come from China almost alone: history.
    steward.imports(
        MINERALS + "&baseline=false",
        history.corrected("15183430.687", "34000000.000", "IND", "CHN", "2023").gzip());
    analyst.awaitsVerdict("CONCENTRATED", "IND", "2504", "2023");
    analyst.awaitsDecision("HISTORICAL", "concentration|IND|HS|2504");
    assertThat(stream.summaries()).doesNotContain("RAISED IND 2504");
    // The same of 2024 is news, and the first that is heard of it.
    steward.imports(
        MINERALS, newest.corrected("4482985.877", "40000000.000", "IND", "CHN", "2504").gzip());
    stream.awaits("RAISED IND 2504");
    assertThat(stream.summaries()).hasSize(6).doesNotHaveDuplicates();
    var alerts = analyst.reads("/alerts/v1/alerts?importer=IND&product=2504").path("items");
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).path("period").asText()).isEqualTo("2024");
    assertThat(alerts.get(0).path("sequence").asLong()).isEqualTo(1);
  }

  @Test
  @Order(4)
  void aPledgeBehindPlanRaisesAnAlertAndOneWithoutASourceRaisesNone() throws Exception {
    steward.post(
        "/investment/v1/exchange-rates?backfill=true&rateSet=fed-h10",
        "text/csv",
        RecordFile.read("fx-monthly.csv"));
    for (String pledge :
        List.of("jpy-3-5-trillion-2014", "jpy-5-trillion-2022", "jpy-10-trillion-2025")) {
      steward.registersShipped("pledges", pledge, "/investment/v1/pledges");
    }
    steward.registers("/investment/v1/pledges", Facts.PLEDGE);
    steward.registers("/investment/v1/projects", Facts.PROJECT);
    steward.registers("/investment/v1/allocations", Facts.ALLOCATION);
    var lastMonth = LocalDate.now(ZoneOffset.UTC).minusDays(30).toString();
    steward.registers("/investment/v1/transactions", Facts.COMMITMENT);
    steward.registers("/investment/v1/transactions", Facts.PUBLIC_LOAN);
    steward.registers("/investment/v1/transactions", Facts.DISBURSEMENT_IN_DOLLARS);
    steward.registers(
        "/investment/v1/transactions", Facts.DISBURSEMENT_IN_YEN.formatted(lastMonth));

    var progress = analyst.reads("/investment/v1/pledges/battery-materials-2024/progress");
    // Half of 20 billion yen and of 100 million dollars at 149.0576 yen (March 2025).
    assertThat(progress.path("disbursed").decimalValue()).isEqualByComparingTo("17452880000");
    assertThat(progress.path("progress").decimalValue()).isEqualByComparingTo("0.017453");
    assertThat(progress.path("status").asText()).isEqualTo("OFF_TRACK");
    assertThat(progress.path("runRatePerYear").decimalValue())
        .isLessThan(progress.path("requiredRunRatePerYear").decimalValue());
    assertThat(progress.path("notCounted").get(0).path("reason").asText())
        .isEqualTo("SCOPE_MISMATCH");

    var alert = partnership.awaits("RAISED battery-materials-2024").alert();
    assertThat(alert.path("severity").asText()).isEqualTo("CRITICAL");
    assertThat(alert.path("text").asText()).contains("JPY");
    stream.awaits("RAISED battery-materials-2024");
    var silent = analyst.reads("/investment/v1/pledges/jpy-10-trillion-2025/progress");
    assertThat(silent.path("status").asText()).isEqualTo("NO_SOURCE");
    assertThat(silent.path("progress").isNull()).isTrue();
    assertThat(partnership.summaries()).containsExactly("RAISED battery-materials-2024");
  }

  @Test
  @Order(5)
  void anExportControlIsAnsweredWithWhoIsExposedWhatItHitsAndWhoWasTold() throws Exception {
    steward.imports(CHINA, TradeFile.shipped("china-exports-monthly.history").gzip());
    steward.imports(CHINA, TradeFile.shipped("china-exports-monthly.newest").gzip());
    // China's exports of artificial graphite to Japan in December 2024 are beyond their history.
    stream.awaits("RAISED JPN 380110");
    steward.registersShipped("measures", GRAPHITE, "/trade/v1/measures");
    for (String importer : List.of("JPN", "IND")) {
      var news = partnership.awaits("RAISED " + importer + " " + GRAPHITE);
      assertThat(analyst.notification(news.alertId(), partnership).path("told").asBoolean())
          .isTrue();
    }

    var impact = analyst.reads("/alerts/v1/impacts?measure=" + GRAPHITE);
    // China's exports of 250410 and 380110 in 2024, US dollars, as China reports them.
    assertThat(exposed(impact, "JPN")).isEqualByComparingTo("114084881");
    assertThat(exposed(impact, "IND")).isEqualByComparingTo("40707244");
    assertThat(impact.path("importers")).hasSize(2);
    // The heading is wider than the codes: it says how concentrated, and adds nothing.
    assertThat(one(impact.path("importers"), "importer", "JPN").path("partialAtMostUsd").isNull())
        .isTrue();
    var project = one(impact.path("projects"), "projectId", "battery-anode-plant");
    assertThat(project.path("effect").asText()).isEqualTo("BOTH");
    assertThat(one(project.path("money"), "currency", "JPY").path("undelivered").decimalValue())
        .isEqualByComparingTo("60000000000");
    var alert = one(impact.path("alerts"), "importer", "JPN");
    assertThat(alert.path("severity").asText()).isEqualTo("WARNING");
    var told = one(alert.path("notifications"), "subscriptionId", partnership.subscriptionId());
    assertThat(told.path("told").asBoolean()).isTrue();
    assertThat(
            one(alert.path("notifications"), "subscriptionId", chips.subscriptionId())
                .path("reason")
                .asText())
        .isEqualTo("FILTERED");

    var known =
        "/alerts/v1/impacts?measure="
            + GRAPHITE
            + "&asOf="
            + Instant.now().truncatedTo(ChronoUnit.MICROS);
    var before = text(platform.bytes(known));
    steward.registers("/investment/v1/projects", Facts.SECOND_PROJECT);
    Eventually.holds(
        "the second project in the impact",
        () -> analyst.reads("/alerts/v1/impacts?measure=" + GRAPHITE).path("projects").size() == 2);
    assertThat(text(platform.bytes(known))).isEqualTo(before);
  }

  @Test
  @Order(6)
  void nothingElseWasEverTold() {
    assertThat(stream.summaries())
        .containsExactlyInAnyOrder(
            "RAISED JPN 260400",
            "RAISED IND 260400",
            "UPDATED JPN 260400",
            "RAISED JPN 2504",
            "RAISED JPN 282520",
            "RAISED IND 2504",
            "RAISED battery-materials-2024",
            "RAISED JPN 380110",
            "RAISED JPN " + GRAPHITE,
            "RAISED IND " + GRAPHITE);
    assertThat(nickel.summaries()).containsExactly("RAISED JPN 260400", "UPDATED JPN 260400");
    assertThat(partnership.summaries()).hasSize(3);
    assertThat(chips.told()).isEmpty();
    for (Desk desk : List.of(nickel, partnership, chips)) {
      assertThat(desk.refused()).isEmpty();
    }
  }

  private static BigDecimal exposed(JsonNode impact, String importer) {
    return one(impact.path("importers"), "importer", importer).path("fullUsd").decimalValue();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static BigDecimal at(String figure) {
    return new BigDecimal(figure);
  }
}

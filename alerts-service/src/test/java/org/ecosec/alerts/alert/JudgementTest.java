package org.ecosec.alerts.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ecosec.alerts.rule.Rule;
import org.ecosec.alerts.rule.RuleDraft;
import org.ecosec.alerts.signal.Economies;
import org.ecosec.alerts.signal.Facts;
import org.ecosec.alerts.signal.Novelty;
import org.ecosec.alerts.signal.Origin;
import org.ecosec.alerts.signal.Signal;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.alerts.signal.Subject;
import org.ecosec.alerts.signal.Weight;
import org.ecosec.platform.ledger.CanonicalJson;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Decisions over time, without any server. */
class JudgementTest {

  private static final CanonicalJson CANONICAL = new CanonicalJson(new ObjectMapper());
  private static final Instant NOW = Instant.parse("2026-01-15T09:00:00Z");

  @Test
  void aRuleForDriftsWaitsForItsSecondPeriod() {
    var rule = rule(2, 2, null);
    var first = judge(rule, z("2025-01", 4), Known.NOTHING);
    assertThat(first.decision()).isEqualTo(new Decision.Ignore(Reason.NOT_YET));
    var revised = judge(rule, z("2025-01", 5), new Known(null, null, first.streak()));
    assertThat(revised.decision()).isEqualTo(new Decision.Ignore(Reason.NOT_YET));
    var second = judge(rule, z("2025-02", 4), new Known(null, null, revised.streak()));
    assertThat(second.decision()).isEqualTo(new Decision.Raise(Reason.CONDITION_MET));
  }

  @Test
  void oneCalmPeriodIsNoEndAndTwoAre() {
    var rule = rule(1, 2, null);
    var open = open("2025-01", "2025-01", 4);
    var calm = judge(rule, z("2025-02", 1), new Known(open, null, Streak.NONE));
    assertThat(calm.decision()).isEqualTo(new Decision.Update(Reason.NEW_PERIOD));
    var moved = open("2025-01", "2025-02", 4);
    var calmer = judge(rule, z("2025-03", 1), new Known(moved, null, calm.streak()));
    assertThat(calmer.decision()).isEqualTo(new Decision.Resolve(Reason.CONDITION_CLEARED));
  }

  @Test
  void aRevisionOfTheMonthThatRaisedCancelsAndOneOfALaterMonthDoesNot() {
    var rule = rule(1, 1, null);
    var sameMonth = new Known(open("2025-01", "2025-01", 4), null, Streak.NONE);
    assertThat(judge(rule, z("2025-01", 1), sameMonth).decision())
        .isEqualTo(new Decision.Cancel(Reason.REVISED_AWAY));
    var later = new Known(open("2024-12", "2025-01", 4), null, Streak.NONE);
    assertThat(judge(rule, z("2025-01", 1), later).decision())
        .isEqualTo(new Decision.Resolve(Reason.CONDITION_CLEARED));
  }

  @Test
  void betweenItsThresholdsAnAlertStays() {
    var known = new Known(open("2025-01", "2025-01", 4), null, Streak.NONE);
    assertThat(judge(rule(1, 1, null), z("2025-02", 3), known).decision())
        .isEqualTo(new Decision.Update(Reason.NEW_PERIOD));
  }

  @Test
  void aQuarterMoreThanThePeakEscalates() {
    var known = new Known(open("2025-01", "2025-01", 4), null, Streak.NONE);
    var worse = judge(rule(1, 1, null), z("2025-02", 5), known);
    assertThat(worse.decision()).isEqualTo(new Decision.Update(Reason.ESCALATED));
    assertThat(worse.peak()).isEqualByComparingTo("5");
    var alittle = judge(rule(1, 1, null), z("2025-02", 4.9), known);
    assertThat(alittle.decision()).isEqualTo(new Decision.Update(Reason.NEW_PERIOD));
  }

  @Test
  void afterItHasResolvedItIsQuietForAWhileUnlessItIsMuchWorse() {
    var rule = rule(1, 1, "P30D");
    var closed = new Known.Closed(NOW.minusSeconds(3_600), new BigDecimal("4"));
    var known = new Known(null, closed, Streak.NONE);
    assertThat(judge(rule, z("2025-03", 4.5), known).decision())
        .isEqualTo(new Decision.Ignore(Reason.COOLDOWN));
    assertThat(judge(rule, z("2025-03", 5), known).decision())
        .isEqualTo(new Decision.Raise(Reason.CONDITION_MET));
    var longAgo = new Known.Closed(NOW.minusSeconds(31 * 86_400), new BigDecimal("4"));
    assertThat(judge(rule, z("2025-03", 4), new Known(null, longAgo, Streak.NONE)).decision())
        .isEqualTo(new Decision.Raise(Reason.CONDITION_MET));
  }

  @Test
  void missingDataHoldTheState() {
    var known = new Known(open("2025-01", "2025-01", 4), null, Streak.NONE);
    assertThat(judge(rule(1, 1, null), z("2025-02", null), known).decision())
        .isEqualTo(new Decision.Ignore(Reason.NO_VERDICT));
  }

  private static Judgement judge(Rule rule, Signal signal, Known known) {
    return Judgement.of(rule, signal, known, NOW, CANONICAL);
  }

  private static Known.Open open(String raised, String period, double peak) {
    return new Known.Open(
        AlertState.RAISED,
        raised,
        period,
        "M",
        "{}",
        org.ecosec.alerts.rule.Severity.WATCH,
        BigDecimal.valueOf(peak));
  }

  private static Rule rule(int raiseAfter, int resolveAfter, @Nullable String cooldown) {
    return new Rule(
        new RuleDraft(
            "drift",
            SignalKind.ANOMALY,
            true,
            "true",
            "z > 3.5",
            "z < 2.0",
            List.of(),
            "{product}",
            "{z}",
            raiseAfter,
            resolveAfter,
            cooldown,
            null,
            Map.of(),
            null,
            null),
        1);
  }

  private static Signal z(String period, @Nullable Number z) {
    var headline = z == null ? null : BigDecimal.valueOf(z.doubleValue());
    return new Signal(
        SignalKind.ANOMALY,
        new Subject("JPN", "250410", "HS", null, null, "CHN", null),
        Facts.of(SignalKind.ANOMALY).number("z", headline).build(),
        headline == null ? Map.of() : Map.of("z", headline, "period", period),
        new Novelty(false, false, true, "M", period),
        List.of("250410"),
        List.of(),
        null,
        false,
        new Weight(0.5, 0.5, 0.5, 1, headline),
        HandlingLevel.PUBLIC,
        Economies.NONE,
        Origin.ofDay("none", period, JsonNodeFactory.instance.objectNode(), NOW, "/"));
  }
}

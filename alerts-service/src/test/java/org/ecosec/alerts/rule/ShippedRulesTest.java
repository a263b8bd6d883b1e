package org.ecosec.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ecosec.alerts.signal.Facts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each shipped rule can raise, can resolve, and does neither in between. */
class ShippedRulesTest {

  /** The facts that decide: those that raise, those in between (if there are), those that end. */
  private record Case(
      Map<String, Object> bad, Map<String, Object> middling, Map<String, Object> good) {}

  private static final Map<String, Object> NEITHER = Map.of();

  private static final Map<String, Case> CASES =
      new TreeMap<>(
          Map.ofEntries(
              entry(
                  "concentration",
                  Map.of("hhiLower", 0.41, "topShareOfWorld", 0.2),
                  Map.of(
                      "hhiLower", 0.37, "hhiUpper", 0.38, "topShare", 0.3, "topShareOfWorld", 0.3),
                  Map.of(
                      "hhiLower", 0.2, "hhiUpper", 0.34, "topShare", 0.3, "topShareOfWorld", 0.3)),
              entry(
                  "single-supplier",
                  Map.of("topShareOfWorld", 0.96),
                  Map.of("topShareOfWorld", 0.92),
                  Map.of("topShareOfWorld", 0.89)),
              entry(
                  "dependency",
                  Map.of("verdict", "DEPENDENT"),
                  NEITHER,
                  Map.of("verdict", "NOT_DEPENDENT")),
              entry(
                  "measure-announced",
                  measure(Map.of("daysSinceAnnounced", 3.0)),
                  measure(Map.of("daysSinceAnnounced", 45.0)),
                  measure(Map.of("daysSinceAnnounced", 91.0))),
              entry(
                  "measure-effective-soon",
                  measure(Map.of("daysToEffective", 30.0)),
                  measure(Map.of("daysToEffective", 40.0)),
                  measure(Map.of("daysToEffective", -1.0))),
              entry(
                  "measure-lifted",
                  measure(Map.of("lifted", true, "daysSinceLifted", 0.0)),
                  measure(Map.of("lifted", true, "daysSinceLifted", 60.0)),
                  measure(Map.of("lifted", true, "daysSinceLifted", 91.0))),
              entry(
                  "measure-exposure",
                  Map.of("inForce", true, "fullUsd", "0", "partialAtMostUsd", "0.01"),
                  NEITHER,
                  Map.of("inForce", false, "fullUsd", "5", "partialAtMostUsd", "0")),
              entry(
                  "large-exposure",
                  Map.of("inForce", true, "fullUsd", "1000000000.01"),
                  Map.of("inForce", true, "fullUsd", "900000000"),
                  Map.of("inForce", true, "fullUsd", "799999999.99")),
              entry(
                  "sales-exposure",
                  Map.of("inForce", true, "fullUsd", "0", "partialAtMostUsd", "0.01"),
                  NEITHER,
                  Map.of("inForce", false, "fullUsd", "5", "partialAtMostUsd", "0")),
              entry(
                  "large-sales-exposure",
                  Map.of("inForce", true, "fullUsd", "1000000000.01"),
                  Map.of("inForce", true, "fullUsd", "900000000"),
                  Map.of("inForce", true, "fullUsd", "799999999.99")),
              entry(
                  "trade-anomaly",
                  Map.of("tier", "ALERT"),
                  Map.of("tier", "WATCH"),
                  Map.of("tier", "NONE")),
              entry(
                  "diversion",
                  Map.of("verdict", "CONSISTENT_WITH_DIVERSION", "divertedUsd", "1000000.01"),
                  Map.of("verdict", "CONSISTENT_WITH_DIVERSION", "divertedUsd", "1000000"),
                  Map.of("verdict", "NOT_CONSISTENT")),
              entry(
                  "trade-imbalance",
                  Map.of("deficitShare", 0.5, "deficitUsd", "12670000000"),
                  Map.of("deficitShare", 0.38, "deficitUsd", "12670000000"),
                  Map.of("deficitShare", 0.3, "deficitUsd", "12670000000")),
              entry(
                  "pledge-behind-plan",
                  Map.of("status", "AT_RISK", "spi", 0.89),
                  Map.of("status", "ON_TRACK", "spi", 0.91),
                  Map.of("status", "ON_TRACK", "spi", 0.93)),
              entry(
                  "milestone-slipped",
                  milestone(Map.of("slippageDaysAtLeast", 91.0)),
                  milestone(Map.of("slippageDaysAtLeast", 61.0)),
                  milestone(Map.of("slippageDaysAtLeast", 60.0))),
              entry(
                  "milestone-due",
                  milestone(Map.of("daysToDue", 30.0, "daysOverdue", -30.0)),
                  milestone(Map.of("daysToDue", 40.0, "daysOverdue", -40.0)),
                  milestone(Map.of("daysToDue", 50.0, "daysOverdue", -50.0))),
              entry(
                  "milestone-overdue",
                  milestone(Map.of("daysOverdue", 1.0)),
                  NEITHER,
                  milestone(Map.of("daysOverdue", 0.0))),
              entry(
                  "target-behind",
                  Map.of("status", "OFF_TRACK", "spi", 0.5),
                  Map.of("status", "ON_TRACK", "spi", 0.91),
                  Map.of("status", "MET")),
              entry(
                  "initiative-overdue",
                  Map.of("done", false, "daysOverdue", 1.0),
                  NEITHER,
                  Map.of("done", true, "daysOverdue", 1.0)),
              entry(
                  "source-silent",
                  Map.of("cadence", "MONTHLY", "daysLate", 31.0),
                  Map.of("cadence", "ANNUAL", "daysLate", 31.0),
                  Map.of("cadence", "ANNUAL", "daysLate", -300.0)),
              entry(
                  "rule-without-data", Map.of("overdue", true), NEITHER, Map.of("overdue", false)),
              entry("silence-ending", Map.of("ended", false), NEITHER, Map.of("ended", true))));

  @TestFactory
  List<DynamicTest> eachRaisesHoldsAndResolves() throws IOException {
    return rules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> check(rule)))
        .toList();
  }

  private static void check(Rule rule) {
    var facts = Objects.requireNonNull(CASES.get(rule.id()), "No case for " + rule.id());
    assertThat(rule.looksAt(new Facts(facts.bad()))).isTrue();
    assertThat(rule.raises(new Facts(facts.bad()))).isEqualTo(Answer.YES);
    assertThat(rule.resolves(new Facts(facts.bad()))).isNotEqualTo(Answer.YES);
    assertThat(rule.raises(new Facts(facts.good()))).isNotEqualTo(Answer.YES);
    assertThat(rule.resolves(new Facts(facts.good()))).isEqualTo(Answer.YES);
    if (!facts.middling().isEmpty()) {
      assertThat(rule.raises(new Facts(facts.middling()))).isEqualTo(Answer.NO);
      assertThat(rule.resolves(new Facts(facts.middling()))).isEqualTo(Answer.NO);
    }
  }

  @Test
  void theQuestionsOfTheProductHaveARuleEach() throws IOException {
    assertThat(rules().stream().map(Rule::id)).containsExactlyInAnyOrderElementsOf(CASES.keySet());
    assertThat(rules().stream().map(Rule::kind).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(org.ecosec.alerts.signal.SignalKind.values());
  }

  private static List<Rule> rules() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(Rule.class.getResourceAsStream("/rules/shipped.json"))) {
      return new ObjectMapper()
          .readValue(stream, new TypeReference<List<RuleDraft>>() {}).stream()
              .map(draft -> new Rule(draft, 1))
              .toList();
    }
  }

  private static Map.Entry<String, Case> entry(
      String rule,
      Map<String, Object> bad,
      Map<String, Object> middling,
      Map<String, Object> good) {
    return Map.entry(rule, new Case(bad, middling, good));
  }

  private static Map<String, Object> measure(Map<String, Object> facts) {
    var all = new HashMap<String, Object>(Map.of("status", "CONFIRMED", "lifted", false));
    all.putAll(facts);
    return all;
  }

  private static Map<String, Object> milestone(Map<String, Object> facts) {
    var all = new HashMap<String, Object>(Map.of("reached", false, "ended", false, "daily", false));
    all.putAll(facts);
    return all;
  }
}

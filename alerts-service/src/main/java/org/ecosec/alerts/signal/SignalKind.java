package org.ecosec.alerts.signal;

import static org.ecosec.alerts.signal.FactType.AMOUNT;
import static org.ecosec.alerts.signal.FactType.FLAG;
import static org.ecosec.alerts.signal.FactType.NUMBER;
import static org.ecosec.alerts.signal.FactType.TEXT;
import static org.ecosec.alerts.signal.FactType.TEXTS;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a signal tells of, and the facts that a rule may ask it for. Days count from the day that
 * the rules look at it; a date that is not known to the day starts no count.
 */
public enum SignalKind {
  /** Concentration of an importer's suppliers of a product. */
  CONCENTRATION(
      Duration.ofDays(400),
      facts(TEXT, "importer importerName classification product productName freq period source")
          .and(TEXT, "topPartner topPartnerName verdict reason")
          .and(
              NUMBER, "hhi hhiLower hhiUpper top3Share coverage suppliers topShare topShareOfWorld")
          .and(AMOUNT, "totalUsd")
          .and(TEXTS, "sectors")),

  /** Whether an importer depends on the world market for a product, by all criteria together. */
  DEPENDENCY(
      Duration.ofDays(400),
      facts(TEXT, "importer importerName classification product productName freq period source")
          .and(TEXT, "verdict previousVerdict reason")
          .and(NUMBER, "yearsMet hhiLower")
          .and(AMOUNT, "importsUsd")
          .and(TEXTS, "sectors")),

  /** The balance of goods trade of an economy with a partner. */
  BALANCE(
      Duration.ofDays(400),
      facts(TEXT, "economy economyName partner partnerName classification product productName freq")
          .and(TEXT, "period source reason")
          .and(NUMBER, "coverRatio deficitShare")
          .and(AMOUNT, "exportsUsd importsUsd balanceUsd deficitUsd")
          .and(TEXTS, "sectors")),

  /** A monthly series that moved beyond its history. */
  ANOMALY(
      Duration.ofDays(100),
      facts(TEXT, "reporter partner importer exporter flow classification product productName")
          .and(TEXT, "freq period source metric unit tier direction reason")
          .and(NUMBER, "z change")
          .and(AMOUNT, "observed expected")
          .and(FLAG, "corroborated")
          .and(TEXTS, "sectors")),

  /** Trade that may have moved to a detour through a third economy. */
  DIVERSION(
      Duration.ofDays(100),
      facts(TEXT, "origin hub market classification product productName freq period source verdict")
          .and(NUMBER, "directChange hubChange onwardChange")
          .and(AMOUNT, "divertedUsd")
          .and(TEXTS, "sectors")),

  /** An act of trade policy. */
  MEASURE(
      Duration.ofDays(400),
      facts(TEXT, "measureId title imposer kind status change announcedOn effectiveOn liftedOn")
          .and(TEXT, "source products")
          .and(NUMBER, "daysSinceAnnounced daysToEffective daysSinceLifted")
          .and(FLAG, "official contested inForce lifted")),

  /** What one importer buys of the products of a measure. */
  MEASURE_EXPOSURE(
      Duration.ofDays(400),
      facts(TEXT, "measureId measureTitle imposer importer products exposure dataThrough")
          .and(AMOUNT, "fullUsd partialAtMostUsd")
          .and(FLAG, "partialOnly concentrated inForce official contested")),

  /** What one exporter sells of the products of a measure on imports. */
  SALES_EXPOSURE(
      Duration.ofDays(400),
      facts(TEXT, "measureId measureTitle imposer exporter products exposure dataThrough")
          .and(AMOUNT, "fullUsd partialAtMostUsd")
          .and(FLAG, "partialOnly inForce official contested")),
  /** How far a pledge has got against its plan. */
  PLEDGE_PROGRESS(
      Duration.ofDays(45),
      facts(TEXT, "pledgeId title scope status currency on")
          .and(AMOUNT, "pledged committed disbursed")
          .and(NUMBER, "progress plan spi elapsed")),

  /** A step of a project, planned, expected or reached. */
  MILESTONE(
      Duration.ofDays(45),
      facts(TEXT, "milestoneId projectId projectTitle title plannedOn expectedOn reachedOn status")
          .and(TEXT, "slippageBasis")
          .and(NUMBER, "slippageDays slippageDaysAtLeast daysToDue daysOverdue")
          .and(FLAG, "reached ended daily")),

  /** A target that is not money, such as a number of persons. */
  TARGET(
      Duration.ofDays(45),
      facts(TEXT, "targetId title unit status from to")
          .and(AMOUNT, "target actual")
          .and(NUMBER, "progress plan spi elapsed")),

  /** Something that two governments agreed to do by a day. */
  INITIATIVE(
      Duration.ofDays(45),
      facts(TEXT, "initiativeId title status owner nextStep dueOn")
          .and(NUMBER, "daysToDue daysOverdue")
          .and(FLAG, "done")),

  /** Whether a source still speaks; one that is archived has no cadence and no due day. */
  SOURCE(
      Duration.ofDays(3),
      facts(TEXT, "source title publisher cadence dataThrough dueOn").and(NUMBER, "daysLate")),

  /** Whether a rule still gets figures that it can decide on. */
  RULE(
      Duration.ofDays(3),
      facts(TEXT, "ruleId ruleKind expectedEvery").and(NUMBER, "daysWithout").and(FLAG, "overdue")),

  /** A silence that is about to end. */
  SILENCE(
      Duration.ofDays(36_500),
      facts(TEXT, "silenceId author reason endsAt").and(NUMBER, "hoursLeft").and(FLAG, "ended"));

  private final Duration expectedEvery;

  @SuppressWarnings("ImmutableEnumChecker") // Map.copyOf makes maps that nobody can change.
  private final Map<String, FactType> facts;

  SignalKind(Duration expectedEvery, Declared facts) {
    this.expectedEvery = expectedEvery;
    this.facts = Map.copyOf(facts.types);
  }

  /** The facts by name; one that is undefined in a signal is absent from it. */
  public Map<String, FactType> facts() {
    return facts;
  }

  /** How long a rule of this kind may go without a figure to decide on before that is news. */
  public Duration expectedEvery() {
    return expectedEvery;
  }

  /** Whether its signals are periods of series, so that several in a row can be asked for. */
  public boolean hasPeriods() {
    return facts.containsKey("period");
  }

  private static Declared facts(FactType type, String names) {
    return new Declared(new HashMap<>()).and(type, names);
  }

  private record Declared(Map<String, FactType> types) {
    Declared and(FactType type, String names) {
      for (String name : names.split(" ", -1)) {
        types.put(name, type);
      }
      return this;
    }
  }
}

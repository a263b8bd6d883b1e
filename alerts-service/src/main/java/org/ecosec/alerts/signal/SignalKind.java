package org.ecosec.alerts.signal;

import static org.ecosec.alerts.signal.FactType.AMOUNT;
import static org.ecosec.alerts.signal.FactType.FLAG;
import static org.ecosec.alerts.signal.FactType.NUMBER;
import static org.ecosec.alerts.signal.FactType.TEXT;
import static org.ecosec.alerts.signal.FactType.TEXTS;

import java.util.Map;

/** What a signal tells of, and the facts that a rule may ask it for. */
public enum SignalKind {
  /** Concentration of an importer's suppliers of a product. */
  CONCENTRATION(
      Map.ofEntries(
          Map.entry("importer", TEXT),
          Map.entry("importerName", TEXT),
          Map.entry("classification", TEXT),
          Map.entry("product", TEXT),
          Map.entry("productName", TEXT),
          Map.entry("sectors", TEXTS),
          Map.entry("freq", TEXT),
          Map.entry("period", TEXT),
          Map.entry("source", TEXT),
          Map.entry("hhi", NUMBER),
          Map.entry("hhiLower", NUMBER),
          Map.entry("hhiUpper", NUMBER),
          Map.entry("top3Share", NUMBER),
          Map.entry("coverage", NUMBER),
          Map.entry("suppliers", NUMBER),
          Map.entry("topPartner", TEXT),
          Map.entry("topPartnerName", TEXT),
          Map.entry("topShare", NUMBER),
          Map.entry("topShareOfWorld", NUMBER),
          Map.entry("totalUsd", AMOUNT),
          Map.entry("verdict", TEXT),
          Map.entry("reason", TEXT))),

  /** What one importer buys of the products of a measure. */
  MEASURE_EXPOSURE(
      Map.ofEntries(
          Map.entry("measureId", TEXT),
          Map.entry("measureTitle", TEXT),
          Map.entry("imposer", TEXT),
          Map.entry("importer", TEXT),
          Map.entry("products", TEXT),
          Map.entry("fullUsd", AMOUNT),
          Map.entry("partialAtMostUsd", AMOUNT),
          Map.entry("partialOnly", FLAG),
          Map.entry("concentrated", FLAG),
          Map.entry("inForce", FLAG),
          Map.entry("official", FLAG),
          Map.entry("contested", FLAG),
          Map.entry("exposure", TEXT),
          Map.entry("dataThrough", TEXT))),

  /** How far a pledge has got against its plan. */
  PLEDGE_PROGRESS(
      Map.ofEntries(
          Map.entry("pledgeId", TEXT),
          Map.entry("title", TEXT),
          Map.entry("scope", TEXT),
          Map.entry("status", TEXT),
          Map.entry("currency", TEXT),
          Map.entry("pledged", AMOUNT),
          Map.entry("committed", AMOUNT),
          Map.entry("disbursed", AMOUNT),
          Map.entry("on", TEXT),
          Map.entry("progress", NUMBER),
          Map.entry("plan", NUMBER),
          Map.entry("spi", NUMBER),
          Map.entry("elapsed", NUMBER)));

  @SuppressWarnings("ImmutableEnumChecker") // Map.ofEntries makes maps that nobody can change.
  private final Map<String, FactType> facts;

  SignalKind(Map<String, FactType> facts) {
    this.facts = facts;
  }

  /** The facts by name; one that is undefined in a signal is absent from it. */
  public Map<String, FactType> facts() {
    return facts;
  }
}

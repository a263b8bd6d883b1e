package org.ecosec.journeys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;

/**
 * Holds what a subscriber got against what had been accepted for it. It stands outside the
 * services: it knows their answers and the deliveries, nothing else.
 */
final class TellingOracle {
  private final Set<String> mustBeRaised = new ConcurrentSkipListSet<>();

  /** Something was accepted that raises the alert with this fingerprint, once. */
  void accepted(String fingerprint) {
    mustBeRaised.add(fingerprint);
  }

  boolean expects(String fingerprint) {
    return mustBeRaised.contains(fingerprint);
  }

  int accepted() {
    return mustBeRaised.size();
  }

  /** What is wrong; nothing, if each alert was told at least once, as one message, and no other. */
  List<String> findings(Collection<Told> told) {
    var findings = new ArrayList<String>();
    var changes = grouped(told, TellingOracle::change, Told::webhookId);
    for (String fingerprint : mustBeRaised) {
      if (!changes.containsKey(fingerprint + " 1")) {
        findings.add("lost: " + fingerprint);
      }
    }
    changes.forEach(
        (change, ids) -> {
          if (!mustBeRaised.contains(change.substring(0, change.lastIndexOf(' ')))
              || !change.endsWith(" 1")) {
            findings.add("told for no reason: " + change);
          }
          if (ids.size() > 1) {
            findings.add("told under several ids: " + change);
          }
        });
    report(
        findings,
        "several changes under one id: ",
        grouped(told, Told::webhookId, TellingOracle::change));
    report(findings, "several alerts: ", grouped(told, Told::fingerprint, Told::alertId));
    return findings;
  }

  private static void report(List<String> findings, String what, Map<String, Set<String>> groups) {
    groups.forEach(
        (key, values) -> {
          if (values.size() > 1) {
            findings.add(what + key);
          }
        });
  }

  private static Map<String, Set<String>> grouped(
      Collection<Told> told, Function<Told, String> by, Function<Told, String> what) {
    var groups = new TreeMap<String, Set<String>>();
    told.forEach(
        one -> groups.computeIfAbsent(by.apply(one), _ -> new TreeSet<>()).add(what.apply(one)));
    return groups;
  }

  private static String change(Told told) {
    return told.fingerprint() + " " + told.sequence();
  }
}

package org.ecosec.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ecosec.alerts.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the subject of a signal, for all rules that look at it at once, and only as far
 * as they ask for it: each question is a way to the database that the next signal waits for.
 */
@ApplicationScoped
class Knowledge {

  /** A rule about a subject, with the alert that is open about it and what else is known. */
  record Case(Rule rule, String fingerprint, @Nullable Alert open, Known known) {}

  private final Alerts alerts;
  private final OpenAlerts others;
  private final Streaks streaks;

  Knowledge(Alerts alerts, OpenAlerts others, Streaks streaks) {
    this.alerts = alerts;
    this.others = others;
    this.streaks = streaks;
  }

  List<Case> of(List<Rule> rules, String subject) {
    var byFingerprint = new LinkedHashMap<String, Rule>();
    rules.forEach(rule -> byFingerprint.put(rule.id() + "|" + subject, rule));
    var open = asked(byFingerprint, fingerprint -> true, alerts::open);
    var closed =
        asked(
            byFingerprint,
            fingerprint -> !open.containsKey(fingerprint) && coolsDown(byFingerprint, fingerprint),
            others::closed);
    var counted = asked(byFingerprint, which -> counts(byFingerprint, which), streaks::of);
    return byFingerprint.entrySet().stream()
        .map(
            entry -> {
              var fingerprint = entry.getKey();
              var alert = open.get(fingerprint);
              var known =
                  new Known(
                      Known.open(alert),
                      closed.get(fingerprint),
                      counted.getOrDefault(fingerprint, Streak.NONE));
              return new Case(entry.getValue(), fingerprint, alert, known);
            })
        .toList();
  }

  /** Keeps the streaks that changed, by fingerprint. */
  void keep(Map<String, Streak> changed) {
    if (!changed.isEmpty()) {
      streaks.keep(changed);
    }
  }

  private static boolean coolsDown(Map<String, Rule> rules, String fingerprint) {
    var rule = rules.get(fingerprint);
    return rule != null && rule.cooldown().compareTo(Duration.ZERO) > 0;
  }

  private static boolean counts(Map<String, Rule> rules, String fingerprint) {
    var rule = rules.get(fingerprint);
    return rule != null && rule.counts();
  }

  private static <T> Map<String, T> asked(
      Map<String, Rule> rules,
      Predicate<String> which,
      Function<Collection<String>, Map<String, T>> question) {
    var fingerprints = rules.keySet().stream().filter(which).toList();
    return fingerprints.isEmpty() ? Map.of() : question.apply(fingerprints);
  }
}

package org.ecosec.alerts.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.ecosec.alerts.rule.Answer;
import org.ecosec.alerts.rule.RuleDraft;
import org.ecosec.alerts.signal.Facts;
import org.ecosec.alerts.signal.Signal;
import org.jspecify.annotations.Nullable;

/**
 * What a decision rested on, complete enough to take it again: the rule in its version, with its
 * thresholds, the facts as the rule saw them, what its conditions answered, and the signal.
 */
record Evidence(
    String decision,
    Reason reason,
    Instant decidedAt,
    RuleRef ruleVersion,
    RuleDraft rule,
    Facts facts,
    Answer raises,
    Answer resolves,
    @Nullable String undecided,
    SignalEvidence signal,
    @Nullable String figuresBefore) {

  /** The event as it came, and the read that gives the same figures for ever. */
  record SignalEvidence(
      String eventId,
      String topic,
      String key,
      long sequence,
      long revision,
      String read,
      JsonNode payload) {

    static SignalEvidence of(Signal signal) {
      var origin = signal.origin();
      var event = origin.event();
      return new SignalEvidence(
          event.id(),
          event.topic(),
          event.key(),
          event.sequence(),
          origin.revision(),
          origin.read(),
          origin.payload());
    }
  }
}

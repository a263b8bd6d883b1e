package org.ecosec.alerts.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ecosec.alerts.rule.Answer;
import org.ecosec.alerts.rule.Rule;
import org.ecosec.alerts.rule.RuleDraft;
import org.ecosec.alerts.rule.Severity;
import org.ecosec.alerts.rule.Words;
import org.ecosec.alerts.signal.Facts;
import org.ecosec.alerts.signal.Novelty;
import org.ecosec.alerts.signal.Origin;
import org.ecosec.alerts.signal.Signal;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.alerts.signal.Subject;
import org.ecosec.alerts.signal.Weight;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * What a decision rested on, complete enough to take it again: the rule in its version, with its
 * thresholds, the facts as the rule saw them, what was known before, the signal, and what came of
 * it. {@code muting} was looked up, not decided, and is kept as it was found.
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
    Known known,
    Outcome outcome,
    @Nullable Muting muting,
    Links links) {

  /** What came of it: the words and the grade of the alert. */
  record Outcome(
      Severity severity,
      int score,
      Streak streak,
      String figures,
      Words words,
      Map<String, Words> translations) {}

  /** Where the same rule version and the same figures are read for ever. */
  record Links(String rule, String figures) {}

  /** The event as it came, and what of it went into the decision beside the facts. */
  record SignalEvidence(
      String eventId,
      String topic,
      String key,
      long sequence,
      Instant publishedBy,
      long revision,
      String read,
      JsonNode payload,
      SignalKind kind,
      Subject subject,
      Map<String, Object> figures,
      Novelty novelty,
      List<String> products,
      List<String> sectors,
      boolean atMostOnly,
      Weight weight,
      HandlingLevel handling) {

    static SignalEvidence of(Signal signal) {
      Origin origin = signal.origin();
      var event = origin.event();
      return new SignalEvidence(
          event.id(),
          event.topic(),
          event.key(),
          event.sequence(),
          origin.publishedBy(),
          origin.revision(),
          origin.read(),
          origin.payload(),
          signal.kind(),
          signal.subject(),
          signal.figures(),
          signal.novelty(),
          signal.products(),
          signal.sectors(),
          signal.atMostOnly(),
          signal.weight(),
          signal.handling());
    }
  }

  static Evidence of(
      Judgement judgement,
      Signal signal,
      Rule rule,
      Known known,
      @Nullable Muting muting,
      Instant at) {
    var decision = judgement.decision();
    var assessment = judgement.assessment();
    return new Evidence(
        decision.getClass().getSimpleName(),
        decision.reason(),
        at,
        new RuleRef(rule.id(), rule.version()),
        rule.draft(),
        signal.facts(),
        assessment.raises(),
        assessment.resolves(),
        signal.undecided(),
        SignalEvidence.of(signal),
        known,
        new Outcome(
            assessment.severity(),
            assessment.score(),
            judgement.streak(),
            assessment.figures(),
            rule.words(signal.facts()),
            rule.translations(signal.facts())),
        muting,
        new Links(
            "/alerts/v1/rules/%s/versions/%d".formatted(rule.id(), rule.version()),
            signal.origin().read()));
  }
}

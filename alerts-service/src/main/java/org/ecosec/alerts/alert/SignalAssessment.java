package org.ecosec.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import org.ecosec.alerts.alert.Decision.Cancel;
import org.ecosec.alerts.alert.Decision.Ignore;
import org.ecosec.alerts.alert.Decision.Raise;
import org.ecosec.alerts.alert.Decision.Resolve;
import org.ecosec.alerts.alert.Decision.Update;
import org.ecosec.alerts.rule.Rule;
import org.ecosec.alerts.rule.Rules;
import org.ecosec.alerts.signal.Signal;
import org.ecosec.platform.ledger.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Holds each signal against the rules of its kind, in the transaction that takes the signal. */
@ApplicationScoped
class SignalAssessment {

  private final Rules rules;
  private final Alerts alerts;
  private final AlertWriter writer;
  private final Decisions decisions;
  private final CanonicalJson canonical;
  private final Clock clock;

  SignalAssessment(
      Rules rules,
      Alerts alerts,
      AlertWriter writer,
      Decisions decisions,
      CanonicalJson canonical,
      Clock clock) {
    this.rules = rules;
    this.alerts = alerts;
    this.writer = writer;
    this.decisions = decisions;
    this.canonical = canonical;
    this.clock = clock;
  }

  void assess(@Observes Signal signal) {
    for (Rule rule : rules.over(signal.kind())) {
      assess(signal, rule);
    }
  }

  private void assess(Signal signal, Rule rule) {
    var facts = signal.facts();
    var fingerprint = rule.id() + "|" + signal.subject().identity();
    var open = signal.novelty().maySpeak() ? alerts.open(fingerprint).orElse(null) : null;
    var assessment =
        new Assessment(
            rule.looksAt(facts),
            rule.raises(facts),
            rule.resolves(facts),
            rule.severity(signal),
            canonical.of(signal.figures()));
    var decision = Deciding.decide(signal, assessment, open);
    var at = clock.instant();
    var alert = next(decision, open, new Fresh(signal, rule, fingerprint, assessment, at));
    decisions.record(decision, signal, rule.id(), fingerprint, alert == null ? null : alert.id());
    if (alert != null) {
      var evidence = canonical.of(evidence(decision, signal, rule, assessment, open, at));
      writer.write(alert, change(decision), decision.reason(), evidence);
    }
  }

  private record Fresh(
      Signal signal, Rule rule, String fingerprint, Assessment assessment, Instant at) {}

  private @Nullable Alert next(Decision decision, @Nullable Alert open, Fresh fresh) {
    return switch (decision) {
      case Ignore ignored -> null;
      case Raise raise -> alert(null, AlertState.RAISED, fresh);
      case Update update -> alert(open, open == null ? AlertState.RAISED : open.state(), fresh);
      case Resolve resolve -> alert(open, AlertState.RESOLVED, fresh);
      case Cancel cancel -> alert(open, AlertState.CANCELLED, fresh);
    };
  }

  private Alert alert(@Nullable Alert open, AlertState state, Fresh fresh) {
    var signal = fresh.signal();
    var facts = signal.facts();
    var novelty = signal.novelty();
    return new Alert(
        open == null ? alerts.newId() : open.id(),
        fresh.fingerprint(),
        state,
        open == null ? 1 : open.sequence() + 1,
        new RuleRef(fresh.rule().id(), fresh.rule().version()),
        signal.kind(),
        fresh.assessment().severity(),
        fresh.rule().title(facts),
        fresh.rule().text(facts),
        signal.subject(),
        signal.products(),
        signal.sectors(),
        novelty.period(),
        novelty.freq(),
        fresh.assessment().figures(),
        signal.handling(),
        false,
        open == null ? fresh.at() : open.raisedAt(),
        fresh.at(),
        open == null ? null : open.acknowledgedAt(),
        open == null ? null : open.acknowledgedBy());
  }

  private static AlertChange change(Decision decision) {
    return switch (decision) {
      case Raise raise -> AlertChange.RAISED;
      case Update update -> AlertChange.UPDATED;
      case Resolve resolve -> AlertChange.RESOLVED;
      case Cancel cancel -> AlertChange.CANCELLED;
      case Ignore ignored -> throw new IllegalStateException("An ignored signal changes no alert");
    };
  }

  private static Evidence evidence(
      Decision decision,
      Signal signal,
      Rule rule,
      Assessment assessment,
      @Nullable Alert open,
      Instant at) {
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
        Evidence.SignalEvidence.of(signal),
        open == null ? null : open.figures());
  }
}

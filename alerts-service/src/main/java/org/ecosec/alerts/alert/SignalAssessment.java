package org.ecosec.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.ecosec.alerts.alert.Decision.Cancel;
import org.ecosec.alerts.alert.Decision.Ignore;
import org.ecosec.alerts.alert.Decision.Raise;
import org.ecosec.alerts.alert.Decision.Resolve;
import org.ecosec.alerts.alert.Decision.Update;
import org.ecosec.alerts.alert.Decisions.Taken;
import org.ecosec.alerts.alert.Knowledge.Case;
import org.ecosec.alerts.rule.Rule;
import org.ecosec.alerts.rule.Rules;
import org.ecosec.alerts.signal.Signal;
import org.ecosec.platform.ledger.CanonicalJson;
import org.ecosec.platform.revision.Revisions;
import org.jspecify.annotations.Nullable;

/** Holds each signal against the rules of its kind, in the transaction that takes the signal. */
@ApplicationScoped
class SignalAssessment {

  private final Rules rules;
  private final Knowledge knowledge;
  private final Alerts alerts;
  private final Mutings mutings;
  private final AlertWriter writer;
  private final Decisions decisions;
  private final RuleData data;
  private final Revisions revisions;
  private final CanonicalJson canonical;
  private final Clock clock;

  SignalAssessment(
      Rules rules,
      Knowledge knowledge,
      Alerts alerts,
      Mutings mutings,
      AlertWriter writer,
      Decisions decisions,
      RuleData data,
      Revisions revisions,
      CanonicalJson canonical,
      Clock clock) {
    this.rules = rules;
    this.knowledge = knowledge;
    this.alerts = alerts;
    this.mutings = mutings;
    this.writer = writer;
    this.decisions = decisions;
    this.data = data;
    this.revisions = revisions;
    this.canonical = canonical;
    this.clock = clock;
  }

  void assess(@Observes Signal signal) {
    // One at a time decides, in whatever replica: what is known cannot change meanwhile.
    revisions.begin();
    var taken = new ArrayList<Taken>();
    var streaks = new TreeMap<String, Streak>();
    for (Case one : knowledge.of(rules.over(signal.kind()), signal.subject().identity())) {
      taken.add(assess(signal, one, streaks));
    }
    knowledge.keep(streaks);
    decisions.record(signal, taken);
  }

  private Taken assess(Signal signal, Case one, Map<String, Streak> streaks) {
    var rule = one.rule();
    var at = clock.instant();
    var judgement = Judgement.of(rule, signal, one.known(), at, canonical);
    var decision = judgement.decision();
    if (judgement.assessment().decides(signal.undecided())) {
      data.heard(rule, at);
    }
    if (rule.counts() && !judgement.streak().equals(one.known().streak())) {
      streaks.put(one.fingerprint(), judgement.streak());
    }
    var alert = next(new Step(judgement, signal, rule, one.fingerprint(), one.open(), at));
    if (alert != null) {
      var evidence = Evidence.of(judgement, signal, rule, one.known(), alert.muting(), at);
      writer.write(alert, change(decision), decision.reason(), canonical.of(evidence));
    }
    return new Taken(rule.id(), one.fingerprint(), decision, alert == null ? null : alert.id());
  }

  private record Step(
      Judgement judgement,
      Signal signal,
      Rule rule,
      String fingerprint,
      @Nullable Alert open,
      Instant at) {}

  private @Nullable Alert next(Step step) {
    var open = step.open();
    return switch (step.judgement().decision()) {
      case Ignore ignored -> null;
      case Raise raise -> going(step, AlertState.RAISED);
      case Update update -> going(step, open == null ? AlertState.RAISED : open.state());
      case Resolve resolve -> ended(step, AlertState.RESOLVED);
      case Cancel cancel -> ended(step, AlertState.CANCELLED);
    };
  }

  private Alert going(Step step, AlertState state) {
    var alert = alert(step, state);
    return alert.muted(mutings.of(alert, step.at()));
  }

  private Alert ended(Step step, AlertState state) {
    var alert = alert(step, state);
    return alert.muted(mutings.ofEnd(alert, step.at()));
  }

  private Alert alert(Step step, AlertState state) {
    var open = step.open();
    var signal = step.signal();
    var facts = signal.facts();
    var novelty = signal.novelty();
    var assessment = step.judgement().assessment();
    return new Alert(
        open == null ? alerts.newId() : open.id(),
        step.fingerprint(),
        state,
        open == null ? 1 : open.sequence() + 1,
        new RuleRef(step.rule().id(), step.rule().version()),
        signal.kind(),
        new Grade(assessment.severity(), assessment.score(), step.judgement().peak()),
        step.rule().words(facts),
        step.rule().translations(facts),
        signal.subject(),
        signal.products(),
        signal.sectors(),
        signal.economies(),
        open == null ? novelty.period() : open.raisedPeriod(),
        novelty.period(),
        novelty.freq(),
        assessment.figures(),
        signal.handling(),
        step.rule().draft().isForExercise() || (open != null && open.exercise()),
        open == null ? null : open.muting(),
        open != null && open.told(),
        open == null ? step.at() : open.raisedAt(),
        step.at(),
        open == null ? null : open.acknowledged());
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
}

package org.ecosec.alerts.rule;

import java.util.List;
import java.util.Map;
import org.ecosec.alerts.signal.SignalKind;
import org.jspecify.annotations.Nullable;

/** A rule as it is read. */
public record RuleView(
    String id,
    int version,
    SignalKind kind,
    boolean enabled,
    String where,
    String raiseWhen,
    String resolveWhen,
    List<RuleDraft.SeverityStep> severities,
    String title,
    String text,
    int raiseAfter,
    int resolveAfter,
    @Nullable String cooldown,
    String expectedEvery,
    Map<String, Words> translations,
    boolean secondSteward,
    boolean exercise) {

  static RuleView of(Rule rule) {
    var draft = rule.draft();
    return new RuleView(
        draft.id(),
        rule.version(),
        draft.kind(),
        draft.enabled(),
        draft.where(),
        draft.raiseWhen(),
        draft.resolveWhen(),
        draft.severities(),
        draft.title(),
        draft.text(),
        rule.raisesAfter(),
        rule.resolvesAfter(),
        draft.cooldown(),
        draft.dataExpectedWithin().toString(),
        draft.translations(),
        draft.asksForSecondSteward(),
        draft.isForExercise());
  }
}

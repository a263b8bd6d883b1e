package org.ecosec.alerts.alert;

import java.math.BigDecimal;
import org.ecosec.alerts.rule.Answer;
import org.ecosec.alerts.rule.Rule;
import org.ecosec.alerts.rule.Severity;
import org.ecosec.alerts.signal.Signal;
import org.jspecify.annotations.Nullable;

/** What a rule says of a signal, with the figures that matter in canonical form. */
record Assessment(
    boolean inScope,
    Answer raises,
    Answer resolves,
    Severity severity,
    int score,
    @Nullable BigDecimal headline,
    String figures) {

  static Assessment of(Rule rule, Signal signal, String figures) {
    var facts = signal.facts();
    return new Assessment(
        rule.looksAt(facts),
        rule.raises(facts),
        rule.resolves(facts),
        rule.severity(signal),
        rule.score(signal),
        signal.weight().headline(),
        figures);
  }

  /** Whether there was a figure that the rule could decide on. */
  boolean decides(@Nullable String undecided) {
    return inScope && undecided == null && raises != Answer.UNDECIDED;
  }
}

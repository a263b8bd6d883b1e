package org.ecosec.alerts.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.ecosec.alerts.rule.Rule;
import org.ecosec.alerts.signal.Signal;
import org.ecosec.platform.ledger.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * What a rule makes of a signal and of what was known before. Nothing else goes into it, so that
 * evidence can be replayed and a draft can be tried on the past.
 */
record Judgement(
    Decision decision, Assessment assessment, Streak streak, @Nullable BigDecimal peak) {

  static Judgement of(Rule rule, Signal signal, Known known, Instant at, CanonicalJson canonical) {
    var assessment = Assessment.of(rule, signal, canonical.of(signal.figures()));
    var streak = streak(signal, assessment, known.streak());
    return new Judgement(
        Deciding.decide(
            rule, signal, assessment, new Known(known.open(), known.closed(), streak), at),
        assessment,
        streak,
        peak(assessment, known));
  }

  // A silent baseline counts: it is the first of the periods in a row.
  private static Streak streak(Signal signal, Assessment assessment, Streak before) {
    var novelty = signal.novelty();
    boolean counts = assessment.inScope() && novelty.newest() && !novelty.backfill();
    return counts && signal.undecided() == null
        ? before.after(novelty.period(), assessment.raises(), assessment.resolves())
        : before;
  }

  private static @Nullable BigDecimal peak(Assessment assessment, Known known) {
    var open = known.open();
    return Stream.of(assessment.headline(), open == null ? null : open.peak())
        .filter(Objects::nonNull)
        .max(BigDecimal::compareTo)
        .orElse(null);
  }
}

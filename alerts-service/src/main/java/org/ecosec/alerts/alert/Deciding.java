package org.ecosec.alerts.alert;

import static org.ecosec.alerts.alert.Reason.BACKFILL;
import static org.ecosec.alerts.alert.Reason.BASELINE;
import static org.ecosec.alerts.alert.Reason.BELOW_THRESHOLD;
import static org.ecosec.alerts.alert.Reason.CONDITION_CLEARED;
import static org.ecosec.alerts.alert.Reason.CONDITION_MET;
import static org.ecosec.alerts.alert.Reason.COOLDOWN;
import static org.ecosec.alerts.alert.Reason.ESCALATED;
import static org.ecosec.alerts.alert.Reason.FIGURES_CHANGED;
import static org.ecosec.alerts.alert.Reason.HISTORICAL;
import static org.ecosec.alerts.alert.Reason.NEW_PERIOD;
import static org.ecosec.alerts.alert.Reason.NOT_YET;
import static org.ecosec.alerts.alert.Reason.NO_VERDICT;
import static org.ecosec.alerts.alert.Reason.OTHER_SERIES;
import static org.ecosec.alerts.alert.Reason.OUT_OF_SCOPE;
import static org.ecosec.alerts.alert.Reason.REVISED_AWAY;
import static org.ecosec.alerts.alert.Reason.UNCHANGED;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.ecosec.alerts.alert.Decision.Cancel;
import org.ecosec.alerts.alert.Decision.Ignore;
import org.ecosec.alerts.alert.Decision.Raise;
import org.ecosec.alerts.alert.Decision.Resolve;
import org.ecosec.alerts.alert.Decision.Update;
import org.ecosec.alerts.rule.Answer;
import org.ecosec.alerts.rule.Rule;
import org.ecosec.alerts.signal.Novelty;
import org.ecosec.alerts.signal.Signal;
import org.jspecify.annotations.Nullable;

/** The decision itself: pure, so that evidence can be replayed. */
final class Deciding {

  private static final BigDecimal MUCH_WORSE = new BigDecimal("1.25");

  private Deciding() {}

  /** The streak of what is known counts this signal already. */
  static Decision decide(Rule rule, Signal signal, Assessment assessment, Known known, Instant at) {
    if (!assessment.inScope()) {
      return new Ignore(OUT_OF_SCOPE);
    }
    if (!signal.novelty().maySpeak()) {
      return new Ignore(silence(signal.novelty()));
    }
    boolean undecided = signal.undecided() != null;
    return known.open() == null
        ? withoutAlert(rule, assessment, known, undecided, at)
        : withAlert(rule, signal.novelty(), assessment, known.streak(), undecided, known.open());
  }

  private static Reason silence(Novelty novelty) {
    if (novelty.baseline()) {
      return BASELINE;
    }
    return novelty.backfill() ? BACKFILL : HISTORICAL;
  }

  private static Decision withoutAlert(
      Rule rule, Assessment assessment, Known known, boolean undecided, Instant at) {
    if (assessment.raises() != Answer.YES) {
      boolean below = assessment.raises() == Answer.NO && !undecided;
      return new Ignore(below ? BELOW_THRESHOLD : NO_VERDICT);
    }
    if (rule.raisesAfter() > 1 && known.streak().raising() < rule.raisesAfter()) {
      return new Ignore(NOT_YET);
    }
    var closed = known.closed();
    return closed != null
            && at.isBefore(closed.at().plus(rule.cooldown()))
            && !isMuchWorse(assessment.headline(), closed.peak())
        ? new Ignore(COOLDOWN)
        : new Raise(CONDITION_MET);
  }

  private static Decision withAlert(
      Rule rule,
      Novelty novelty,
      Assessment assessment,
      Streak streak,
      boolean undecided,
      Known.Open open) {
    if (!Objects.equals(novelty.freq(), open.freq())) {
      return new Ignore(OTHER_SERIES);
    }
    var period = novelty.period();
    if (assessment.resolves() == Answer.YES) {
      if (period != null && period.equals(open.raisedPeriod())) {
        return new Cancel(REVISED_AWAY);
      }
      if (rule.resolvesAfter() <= 1 || streak.clearing() >= rule.resolvesAfter()) {
        return new Resolve(CONDITION_CLEARED);
      }
    }
    if (assessment.raises() != Answer.YES
        && (undecided || assessment.resolves() == Answer.UNDECIDED)) {
      return new Ignore(NO_VERDICT);
    }
    if (assessment.figures().equals(open.figures()) && assessment.severity() == open.severity()) {
      return new Ignore(UNCHANGED);
    }
    if (assessment.raises() == Answer.YES && isMuchWorse(assessment.headline(), open.peak())) {
      return new Update(ESCALATED);
    }
    boolean samePeriod = period == null || period.equals(open.period());
    return new Update(samePeriod ? FIGURES_CHANGED : NEW_PERIOD);
  }

  private static boolean isMuchWorse(@Nullable BigDecimal figure, @Nullable BigDecimal peak) {
    return figure != null
        && peak != null
        && peak.signum() > 0
        && figure.compareTo(peak.multiply(MUCH_WORSE)) >= 0;
  }
}

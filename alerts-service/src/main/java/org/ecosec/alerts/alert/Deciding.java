package org.ecosec.alerts.alert;

import static org.ecosec.alerts.alert.Reason.BACKFILL;
import static org.ecosec.alerts.alert.Reason.BASELINE;
import static org.ecosec.alerts.alert.Reason.BELOW_THRESHOLD;
import static org.ecosec.alerts.alert.Reason.CONDITION_CLEARED;
import static org.ecosec.alerts.alert.Reason.CONDITION_MET;
import static org.ecosec.alerts.alert.Reason.FIGURES_CHANGED;
import static org.ecosec.alerts.alert.Reason.HISTORICAL;
import static org.ecosec.alerts.alert.Reason.NEW_PERIOD;
import static org.ecosec.alerts.alert.Reason.NO_VERDICT;
import static org.ecosec.alerts.alert.Reason.OTHER_SERIES;
import static org.ecosec.alerts.alert.Reason.OUT_OF_SCOPE;
import static org.ecosec.alerts.alert.Reason.REVISED_AWAY;
import static org.ecosec.alerts.alert.Reason.UNCHANGED;

import java.util.Objects;
import org.ecosec.alerts.alert.Decision.Cancel;
import org.ecosec.alerts.alert.Decision.Ignore;
import org.ecosec.alerts.alert.Decision.Raise;
import org.ecosec.alerts.alert.Decision.Resolve;
import org.ecosec.alerts.alert.Decision.Update;
import org.ecosec.alerts.rule.Answer;
import org.ecosec.alerts.signal.Novelty;
import org.ecosec.alerts.signal.Signal;
import org.jspecify.annotations.Nullable;

/** The decision itself: pure, so that evidence can be replayed. */
final class Deciding {

  private Deciding() {}

  static Decision decide(Signal signal, Assessment assessment, @Nullable Alert open) {
    if (!assessment.inScope()) {
      return new Ignore(OUT_OF_SCOPE);
    }
    if (!signal.novelty().maySpeak()) {
      return new Ignore(silence(signal.novelty()));
    }
    boolean undecided = signal.undecided() != null;
    return open == null
        ? withoutAlert(assessment, undecided)
        : withAlert(signal.novelty(), assessment, undecided, open);
  }

  private static Reason silence(Novelty novelty) {
    if (novelty.baseline()) {
      return BASELINE;
    }
    return novelty.backfill() ? BACKFILL : HISTORICAL;
  }

  private static Decision withoutAlert(Assessment assessment, boolean undecided) {
    return switch (assessment.raises()) {
      case YES -> new Raise(CONDITION_MET);
      case NO -> new Ignore(undecided ? NO_VERDICT : BELOW_THRESHOLD);
      case UNDECIDED -> new Ignore(NO_VERDICT);
    };
  }

  private static Decision withAlert(
      Novelty novelty, Assessment assessment, boolean undecided, Alert open) {
    if (!Objects.equals(novelty.freq(), open.freq())) {
      return new Ignore(OTHER_SERIES);
    }
    boolean samePeriod = novelty.period() != null && novelty.period().equals(open.period());
    if (assessment.resolves() == Answer.YES) {
      return samePeriod ? new Cancel(REVISED_AWAY) : new Resolve(CONDITION_CLEARED);
    }
    if (assessment.raises() != Answer.YES
        && (undecided || assessment.resolves() == Answer.UNDECIDED)) {
      return new Ignore(NO_VERDICT);
    }
    if (assessment.figures().equals(open.figures()) && assessment.severity() == open.severity()) {
      return new Ignore(UNCHANGED);
    }
    return new Update(novelty.period() == null || samePeriod ? FIGURES_CHANGED : NEW_PERIOD);
  }
}

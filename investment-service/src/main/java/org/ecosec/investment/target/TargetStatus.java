package org.ecosec.investment.target;

import java.time.LocalDate;
import org.ecosec.investment.progress.math.Delivery;
import org.ecosec.investment.progress.math.Performance;
import org.ecosec.investment.progress.math.Term;
import org.ecosec.investment.progress.math.Thresholds;

/** How a target stands on a day against its linear plan; without an actual figure, unknown. */
public enum TargetStatus {
  TOO_EARLY,
  ON_TRACK,
  AT_RISK,
  OFF_TRACK,
  MET,
  MISSED,
  NO_SOURCE;

  static TargetStatus of(Target target, LocalDate on, Thresholds thresholds) {
    var actual = target.actual;
    if (actual == null) {
      return NO_SOURCE;
    }
    var delivery = new Delivery(target.target, actual, null);
    var term = new Term(target.fromOn, target.toOn);
    return switch (Performance.of(delivery, term, on, thresholds).status()) {
      case ANNOUNCED, TOO_EARLY -> TOO_EARLY;
      case ON_TRACK, DELAYED_REBASELINED -> ON_TRACK;
      case AT_RISK -> AT_RISK;
      case OFF_TRACK -> OFF_TRACK;
      case MET -> MET;
      case MISSED -> MISSED;
      case NO_SOURCE, UNKNOWN_STALE -> NO_SOURCE;
    };
  }
}

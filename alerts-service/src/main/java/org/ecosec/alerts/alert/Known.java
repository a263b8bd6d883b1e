package org.ecosec.alerts.alert;

import java.math.BigDecimal;
import java.time.Instant;
import org.ecosec.alerts.rule.Severity;
import org.jspecify.annotations.Nullable;

/** What was known of a fingerprint before a signal; with the signal and the rule, it decides. */
record Known(@Nullable Open open, @Nullable Closed closed, Streak streak) {

  static final Known NOTHING = new Known(null, null, Streak.NONE);

  /** The open alert. */
  record Open(
      AlertState state,
      @Nullable String raisedPeriod,
      @Nullable String period,
      @Nullable String freq,
      String figures,
      Severity severity,
      @Nullable BigDecimal peak) {}

  /** The last alert that resolved, and how bad it had been. */
  record Closed(Instant at, @Nullable BigDecimal peak) {}

  static @Nullable Open open(@Nullable Alert alert) {
    return alert == null
        ? null
        : new Open(
            alert.state(),
            alert.raisedPeriod(),
            alert.period(),
            alert.freq(),
            alert.figures(),
            alert.grade().severity(),
            alert.grade().peak());
  }
}

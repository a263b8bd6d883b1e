package org.ecosec.investment.progress.math;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The status on a day. First what is certain (met, not begun, too early), then whether the ledger
 * still speaks, then the schedule performance index.
 */
public record Judgement(Term term, LocalDate on, Thresholds thresholds) {

  ProgressStatus status(BigDecimal progress, @Nullable BigDecimal spi, @Nullable LocalDate lastOn) {
    if (progress.compareTo(BigDecimal.ONE) >= 0) {
      return ProgressStatus.MET;
    }
    if (on.isBefore(term.from())) {
      return ProgressStatus.ANNOUNCED;
    }
    if (spi == null || term.elapsed(on).compareTo(thresholds.tooEarly()) < 0) {
      return ProgressStatus.TOO_EARLY;
    }
    if (lastOn != null && silentSince(lastOn)) {
      return ProgressStatus.UNKNOWN_STALE;
    }
    return on.isAfter(term.to()) ? ProgressStatus.MISSED : bySpi(spi);
  }

  private ProgressStatus bySpi(BigDecimal spi) {
    if (spi.compareTo(thresholds.onTrack()) >= 0) {
      return ProgressStatus.ON_TRACK;
    }
    return spi.compareTo(thresholds.atRisk()) >= 0
        ? ProgressStatus.AT_RISK
        : ProgressStatus.OFF_TRACK;
  }

  // After the end, silence is no news: what counts is whether the ledger spoke until then.
  private boolean silentSince(LocalDate lastOn) {
    var speaksUntil = on.isBefore(term.to()) ? on : term.to();
    return lastOn.plusMonths(thresholds.staleMonths()).isBefore(speaksUntil);
  }
}

package org.ecosec.investment.progress.math;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The status on a day. First what is certain (met, not begun, too early), then whether the ledger
 * still speaks, then the schedule performance index. Who moves the end of a term is not on track by
 * that alone.
 */
public record Judgement(Term term, LocalDate on, Thresholds thresholds, @Nullable Term firstTerm) {

  /** Of a term that was never moved. */
  public Judgement(Term term, LocalDate on, Thresholds thresholds) {
    this(term, on, thresholds, null);
  }

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
    if (on.isAfter(term.to())) {
      return ProgressStatus.MISSED;
    }
    var verdict = bySpi(spi);
    return verdict == ProgressStatus.ON_TRACK && isBehindFirst(progress)
        ? ProgressStatus.DELAYED_REBASELINED
        : verdict;
  }

  /** Progress against the linear plan of the first term; null where the term was never moved. */
  public @Nullable BigDecimal firstSpi(BigDecimal progress) {
    if (firstTerm == null || firstTerm.elapsed(on).signum() == 0) {
      return null;
    }
    return progress.divide(firstTerm.elapsed(on), DECIMAL128);
  }

  private boolean isBehindFirst(BigDecimal progress) {
    var spi = firstSpi(progress);
    return spi != null && spi.compareTo(thresholds.onTrack()) < 0;
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

package org.ecosec.investment.progress.math;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was delivered of a goal by a day, against the linear plan. Ratios have six decimals, half
 * up; amounts are exact to 34 digits and left to the caller to round.
 *
 * @param progress delivered / goal
 * @param plan the linear plan: the elapsed part of the term
 * @param spi progress / plan, the schedule performance index; null while the plan is 0
 * @param runRatePerYear delivered / years elapsed
 * @param requiredRunRatePerYear what is left / years left; 0 once met, null after the end
 * @param runRateCompletionOn when the run rate so far completes the goal; null if it never does, or
 *     has
 * @param reason why figures are null, or null if none is
 */
public record Performance(
    @Nullable BigDecimal progress,
    BigDecimal plan,
    @Nullable BigDecimal spi,
    @Nullable BigDecimal runRatePerYear,
    @Nullable BigDecimal requiredRunRatePerYear,
    @Nullable LocalDate runRateCompletionOn,
    BigDecimal elapsed,
    ProgressStatus status,
    @Nullable String reason) {

  private static final int RATIO_DECIMALS = 6;
  private static final BigDecimal MOST_YEARS = BigDecimal.valueOf(1_000);

  /** Where nothing is on record: only the plan is known. */
  public static Performance unknown(Term term, LocalDate on, String reason) {
    var elapsed = ratio(term.elapsed(on));
    return new Performance(
        null, elapsed, null, null, null, null, elapsed, ProgressStatus.NO_SOURCE, reason);
  }

  /** The figures on a day of a term that was never moved. */
  public static Performance of(Delivery delivery, Term term, LocalDate on, Thresholds thresholds) {
    return of(delivery, new Judgement(term, on, thresholds));
  }

  /** The figures on a day. */
  public static Performance of(Delivery delivery, Judgement judgement) {
    var term = judgement.term();
    var on = judgement.on();
    var progress = delivery.delivered().divide(delivery.goal(), DECIMAL128);
    var plan = term.elapsed(on);
    var spi = plan.signum() == 0 ? null : progress.divide(plan, DECIMAL128);
    var runRate = runRate(delivery.delivered(), term.yearsElapsed(on));
    var left = delivery.goal().subtract(delivery.delivered()).max(BigDecimal.ZERO);
    var status = judgement.status(progress, spi, delivery.lastOn());
    return new Performance(
        ratio(progress),
        ratio(plan),
        spi == null ? null : ratio(spi),
        runRate,
        required(left, term.yearsLeft(on)),
        completion(left, runRate, on),
        ratio(plan),
        status,
        reason(spi, status));
  }

  private static @Nullable String reason(@Nullable BigDecimal spi, ProgressStatus status) {
    if (spi == null) {
      return "NOT_STARTED";
    }
    return status == ProgressStatus.DELAYED_REBASELINED ? "END_WAS_MOVED" : null;
  }

  private static @Nullable BigDecimal runRate(BigDecimal delivered, BigDecimal years) {
    return years.signum() == 0 ? null : delivered.divide(years, DECIMAL128);
  }

  private static @Nullable BigDecimal required(BigDecimal left, BigDecimal yearsLeft) {
    if (left.signum() == 0) {
      return BigDecimal.ZERO;
    }
    return yearsLeft.signum() == 0 ? null : left.divide(yearsLeft, DECIMAL128);
  }

  private static @Nullable LocalDate completion(
      BigDecimal left, @Nullable BigDecimal runRate, LocalDate on) {
    if (left.signum() == 0 || runRate == null || runRate.signum() <= 0) {
      return null;
    }
    var years = left.divide(runRate, DECIMAL128);
    if (years.compareTo(MOST_YEARS) > 0) {
      return null;
    }
    var days = years.multiply(Term.DAYS_A_YEAR).setScale(0, RoundingMode.CEILING);
    return on.plusDays(days.longValueExact());
  }

  private static BigDecimal ratio(BigDecimal exact) {
    return exact.setScale(RATIO_DECIMALS, RoundingMode.HALF_UP);
  }
}

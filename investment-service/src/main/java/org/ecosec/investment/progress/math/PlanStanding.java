package org.ecosec.investment.progress.math;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery stands against one plan; the verdict of a pledge is that of the linear plan.
 *
 * @param value the part that should be done by the day, six decimals
 */
public record PlanStanding(
    Plan plan,
    @Nullable BigDecimal value,
    @Nullable BigDecimal spi,
    @Nullable ProgressStatus status,
    @Nullable String reason) {

  /** All plans on a day; without a delivery only the plans are known. */
  public static List<PlanStanding> of(
      @Nullable Delivery delivery, @Nullable BigDecimal pastRateShare, Judgement judgement) {
    return Arrays.stream(Plan.values())
        .map(plan -> of(plan, delivery, pastRateShare, judgement))
        .toList();
  }

  private static PlanStanding of(
      Plan plan,
      @Nullable Delivery delivery,
      @Nullable BigDecimal pastRateShare,
      Judgement judgement) {
    var value = plan.at(judgement.term().elapsed(judgement.on()), pastRateShare);
    if (value == null) {
      return new PlanStanding(
          plan, null, null, null, pastRateShare == null ? "NO_PAST_RATE" : "PAST_RATE_TOO_HIGH");
    }
    if (delivery == null) {
      return new PlanStanding(plan, rounded(value), null, null, "NO_SOURCE");
    }
    var progress = delivery.delivered().divide(delivery.goal(), DECIMAL128);
    var spi = value.signum() == 0 ? null : progress.divide(value, DECIMAL128);
    return new PlanStanding(
        plan,
        rounded(value),
        spi == null ? null : rounded(spi),
        judgement.status(progress, spi, delivery.lastOn()),
        spi == null ? "NOT_STARTED" : null);
  }

  private static BigDecimal rounded(BigDecimal exact) {
    return exact.setScale(6, RoundingMode.HALF_UP);
  }

  /** The past yearly rate, kept up over the term, over the goal. */
  public static @Nullable BigDecimal share(
      @Nullable BigDecimal pastRatePerYear, Term term, BigDecimal goal) {
    return pastRatePerYear == null
        ? null
        : pastRatePerYear.multiply(term.years(), DECIMAL128).divide(goal, DECIMAL128);
  }
}

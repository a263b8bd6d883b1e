package org.ecosec.investment.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.investment.progress.math.BlockBootstrap;
import org.jspecify.annotations.Nullable;

/**
 * Where the months so far may lead: the progress at the end of the term and the day of completion
 * that a tenth, half and nine tenths of the drawn futures stay below. The same seed gives the same
 * figures. A completion later than 40 years is null.
 */
public record ForecastView(
    @Nullable BigDecimal progressAtEndP10,
    @Nullable BigDecimal progressAtEndP50,
    @Nullable BigDecimal progressAtEndP90,
    @Nullable LocalDate completionOnP10,
    @Nullable LocalDate completionOnP50,
    @Nullable LocalDate completionOnP90,
    int months,
    int horizonMonths,
    @Nullable Integer blockMonths,
    int futures,
    long seed,
    @Schema(examples = "FEWER_THAN_12_MONTHS") @Nullable String reason) {

  private static final int ENOUGH = 12;
  private static final int FUTURES = 1_000;

  static ForecastView none(String reason, long seed) {
    return new ForecastView(null, null, null, null, null, null, 0, 0, null, 0, seed, reason);
  }

  static ForecastView of(PledgeView pledge, Tally tally, LocalDate on, long seed) {
    var delivered = tally.ladders().disbursed();
    if (delivered == null || tally.lacksARate()) {
      return none(tally.lacksARate() ? "NO_RATE" : "NO_SOURCE", seed);
    }
    var starts = pledge.from().isAfter(pledge.countsFrom()) ? pledge.from() : pledge.countsFrom();
    double[] past = past(tally.disbursedByMonth(), YearMonth.from(starts), YearMonth.from(on));
    if (past.length < ENOUGH || !on.isBefore(pledge.to())) {
      return none(past.length < ENOUGH ? "FEWER_THAN_12_MONTHS" : "TERM_OVER", seed);
    }
    int horizon = (int) ChronoUnit.MONTHS.between(YearMonth.from(on), YearMonth.from(pledge.to()));
    double goal = pledge.amount().doubleValue();
    double left = goal - delivered.doubleValue();
    var bootstrap = new BlockBootstrap(past);
    var futures = bootstrap.draw(Math.max(1, horizon), left, FUTURES, seed);
    return new ForecastView(
        part(delivered.doubleValue() + futures.total(0.1), goal),
        part(delivered.doubleValue() + futures.total(0.5), goal),
        part(delivered.doubleValue() + futures.total(0.9), goal),
        day(on, futures.monthsUntil(0.1)),
        day(on, futures.monthsUntil(0.5)),
        day(on, futures.monthsUntil(0.9)),
        past.length,
        Math.max(1, horizon),
        bootstrap.blockMonths(),
        FUTURES,
        seed,
        null);
  }

  // Whole months only: the current one is not over. A month without any entry brought nothing.
  private static double[] past(Map<YearMonth, BigDecimal> months, YearMonth from, YearMonth until) {
    int length = (int) Math.max(0, ChronoUnit.MONTHS.between(from, until));
    double[] past = new double[length];
    for (int i = 0; i < length; i++) {
      past[i] = months.getOrDefault(from.plusMonths(i), BigDecimal.ZERO).doubleValue();
    }
    return past;
  }

  private static BigDecimal part(double amount, double goal) {
    return BigDecimal.valueOf(amount / goal).setScale(6, RoundingMode.HALF_UP);
  }

  private static @Nullable LocalDate day(LocalDate on, int months) {
    return months == Integer.MAX_VALUE ? null : on.plusMonths(months);
  }
}

package org.ecosec.investment.rate;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The monthly averages of one rate set as they were known at a revision, local currency units per
 * US dollar. A month that the set does not have converts nothing.
 */
public record RateTable(String rateSet, Map<String, Map<YearMonth, BigDecimal>> perUsd) {

  private static final int MONTHS = 12;

  public RateTable {
    perUsd = Map.copyOf(perUsd);
  }

  public @Nullable BigDecimal perUsd(String currency, YearMonth month) {
    return currency.equals("USD")
        ? BigDecimal.ONE
        : perUsd.getOrDefault(currency, Map.of()).get(month);
  }

  /** The mean of the twelve months of a calendar year; null unless all are known. */
  public @Nullable BigDecimal annualPerUsd(String currency, int year) {
    var sum = BigDecimal.ZERO;
    for (int month = 1; month <= MONTHS; month++) {
      var rate = perUsd(currency, YearMonth.of(year, month));
      if (rate == null) {
        return null;
      }
      sum = sum.add(rate);
    }
    return sum.divide(BigDecimal.valueOf(MONTHS), DECIMAL128);
  }

  /** At the average of a month; an amount in its own currency stays as it is. */
  public @Nullable BigDecimal convert(BigDecimal amount, String from, String to, YearMonth month) {
    return from.equals(to) ? amount : cross(amount, perUsd(from, month), perUsd(to, month));
  }

  public @Nullable BigDecimal convertAnnual(BigDecimal amount, String from, String to, int year) {
    return from.equals(to)
        ? amount
        : cross(amount, annualPerUsd(from, year), annualPerUsd(to, year));
  }

  private static @Nullable BigDecimal cross(
      BigDecimal amount, @Nullable BigDecimal from, @Nullable BigDecimal to) {
    return from == null || to == null ? null : CrossRate.convert(amount, from, to);
  }
}

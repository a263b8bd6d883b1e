package org.ecosec.trade.reference;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** US dollars for a currency: monthly averages of Federal Reserve H.10, units per dollar. */
@Singleton
public class MonthlyRates {

  private static final Map<String, String> COUNTRIES = Map.of("Japan", "JPY", "India", "INR");
  private static final int MONTHS = 12;

  private final Map<String, Map<YearMonth, BigDecimal>> unitsPerUsd = new HashMap<>();

  MonthlyRates() {
    for (var row : ReferenceCsv.read("fx-monthly.csv")) {
      var currency = COUNTRIES.get(row.getField("country"));
      if (currency != null) {
        unitsPerUsd
            .computeIfAbsent(currency, key -> new HashMap<>())
            .put(
                YearMonth.parse(row.getField("month").substring(0, 7)),
                new BigDecimal(row.getField("lcu_per_usd")));
      }
    }
  }

  /**
   * Units per dollar in a period: a month's average, or for a year the mean of its twelve months;
   * empty if a month is missing.
   */
  public Optional<BigDecimal> unitsPerUsd(String currency, String period) {
    if (currency.equals("USD")) {
      return Optional.of(BigDecimal.ONE);
    }
    var rates = unitsPerUsd.getOrDefault(currency, Map.of());
    if (period.length() == 7) {
      return Optional.ofNullable(rates.get(YearMonth.parse(period)));
    }
    var sum = BigDecimal.ZERO;
    for (int month = 1; month <= MONTHS; month++) {
      var rate = rates.get(YearMonth.of(Integer.parseInt(period), month));
      if (rate == null) {
        return Optional.empty();
      }
      sum = sum.add(rate);
    }
    return Optional.of(sum.divide(BigDecimal.valueOf(MONTHS), MathContext.DECIMAL64));
  }
}

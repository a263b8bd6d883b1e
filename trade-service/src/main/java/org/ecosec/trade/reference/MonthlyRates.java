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

  public boolean knows(String currency) {
    return unitsPerUsd.containsKey(currency);
  }

  /**
   * Units per dollar in a period: the mean of the averages of its months; empty if one is missing.
   */
  public Optional<BigDecimal> unitsPerUsd(String currency, String period) {
    if (currency.equals("USD")) {
      return Optional.of(BigDecimal.ONE);
    }
    var rates = unitsPerUsd.getOrDefault(currency, Map.of());
    var covered = TradePeriod.of(period);
    var sum = BigDecimal.ZERO;
    int months = 0;
    for (var month = covered.first(); !month.isAfter(covered.last()); month = month.plusMonths(1)) {
      var rate = rates.get(month);
      if (rate == null) {
        return Optional.empty();
      }
      sum = sum.add(rate);
      months++;
    }
    return Optional.of(
        months == 1 ? sum : sum.divide(BigDecimal.valueOf(months), MathContext.DECIMAL64));
  }
}

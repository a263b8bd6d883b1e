package org.ecosec.investment.rate;

import java.math.BigDecimal;
import java.time.YearMonth;

/** Local currency units for one US dollar, the average of a month, as one rate set has it. */
public record ExchangeRateView(
    String rateSet, YearMonth month, String currency, BigDecimal lcuPerUsd, long revision) {

  static ExchangeRateView of(ExchangeRate rate) {
    return new ExchangeRateView(
        rate.rateSet,
        YearMonth.from(rate.month),
        rate.currency,
        rate.lcuPerUsd,
        rate.fromRevision());
  }

  String[] key() {
    return new String[] {rateSet + "|" + currency + "|" + month};
  }
}

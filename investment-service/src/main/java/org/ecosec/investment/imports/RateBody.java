package org.ecosec.investment.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.rate.Money;

/** A monthly average rate as a file gives it; the month is written as its first day. */
record RateBody(String id, String rateSet, LocalDate month, String currency, BigDecimal lcuPerUsd) {

  RateBody {
    var wrong = new Fields("bad-rate", "The rate is not complete; see errors.");
    wrong
        .need("/month", month)
        .need("/currency", currency)
        .need("/lcuPerUsd", lcuPerUsd)
        .day("/month", month)
        .number("/lcuPerUsd", lcuPerUsd, 12)
        .refuse();
    wrong
        .check("/month", month.getDayOfMonth() == 1, "is not the first day of a month")
        .check("/lcuPerUsd", lcuPerUsd.signum() > 0, "is not above zero")
        .refuse();
    currency = new Money(BigDecimal.ONE, currency).currency();
  }
}

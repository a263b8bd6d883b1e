package org.ecosec.trade.scenario;

import java.math.BigDecimal;
import org.ecosec.trade.scenario.math.Buyer;
import org.ecosec.trade.scenario.math.Disruption;
import org.jspecify.annotations.Nullable;

/** The day on which stocks run out, or the reason why there is none. */
record StockOut(@Nullable BigDecimal day, @Nullable String reason) {

  static StockOut of(Assumptions assumptions, Buyer buyer, boolean stockIsKnown) {
    if (!stockIsKnown) {
      return new StockOut(null, "NO_STOCK_DATA");
    }
    return Disruption.stockOutDay(assumptions.cut(), buyer)
        .map(
            day ->
                day.compareTo(BigDecimal.valueOf(assumptions.horizonDays())) > 0
                    ? new StockOut(null, "OUTLASTS_HORIZON")
                    : new StockOut(day, null))
        .orElse(new StockOut(null, "NOT_HIT"));
  }
}

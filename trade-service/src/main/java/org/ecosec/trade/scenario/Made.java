package org.ecosec.trade.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import org.ecosec.trade.scenario.TradeYear.Output;
import org.jspecify.annotations.Nullable;

/**
 * What economies make of a product, in US dollars: known tonnes at what a kilogram of the product
 * was worth in the imports of the year.
 */
record Made(@Nullable KnownProduction production, @Nullable BigDecimal usdPerTonne) {

  private static final BigDecimal TONNE = BigDecimal.valueOf(1_000);

  static Made of(@Nullable KnownProduction production, Collection<TradeReport> imports) {
    var usd =
        imports.stream().map(TradeReport::weighedUsd).reduce(BigDecimal.ZERO, BigDecimal::add);
    var kg = imports.stream().map(TradeReport::weighedKg).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Made(
        production, kg.signum() > 0 ? usd.multiply(TONNE).divide(kg, MathContext.DECIMAL64) : null);
  }

  Output by(String economy) {
    if (production == null) {
      return new Output(null, "NO_PRODUCTION_DATA");
    }
    var known = production.by(economy);
    var tonnes = known.tonnes();
    if (tonnes == null) {
      return new Output(null, known.reason());
    }
    if (tonnes.signum() == 0) {
      return new Output(BigDecimal.ZERO, null);
    }
    return usdPerTonne == null
        ? new Output(null, "NO_WEIGHT")
        : new Output(tonnes.multiply(usdPerTonne), null);
  }
}

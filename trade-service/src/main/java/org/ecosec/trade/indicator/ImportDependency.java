package org.ecosec.trade.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.ecosec.trade.production.KnownProduction;
import org.ecosec.trade.production.ProductionDependencyView;
import org.jspecify.annotations.Nullable;

/**
 * How much of its use an economy imports: {@code M / (P + M − X)} in tonnes where production is
 * known, else {@code M / (M + X)} in US dollars, which says little by itself. Never compare the
 * two.
 */
record ImportDependency(
    @Nullable BigDecimal value,
    Basis basis,
    @Nullable String reason,
    @Nullable ProductionDependencyView production) {

  private static final int DECIMALS = 12;

  /** What it was computed from. */
  enum Basis {
    WITH_KNOWN_PRODUCTION,
    TRADE_ONLY
  }

  static ImportDependency of(
      KnownProduction known, BigDecimal importsUsd, @Nullable BigDecimal exportsUsd) {
    var production = known.of();
    if (production != null && known.reason() == null) {
      return new ImportDependency(
          production.dependency(), Basis.WITH_KNOWN_PRODUCTION, null, production);
    }
    return new ImportDependency(
        tradeOnly(importsUsd, exportsUsd), Basis.TRADE_ONLY, known.reason(), production);
  }

  private static @Nullable BigDecimal tradeOnly(
      BigDecimal importsUsd, @Nullable BigDecimal exportsUsd) {
    if (exportsUsd == null || importsUsd.add(exportsUsd).signum() <= 0) {
      return null;
    }
    return importsUsd.divide(importsUsd.add(exportsUsd), DECIMALS, RoundingMode.HALF_EVEN);
  }
}

package org.ecosec.trade.scenario;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a mineral at a stage in a year, in tonnes, by one source. {@code weighs}: tonnes are of
 * the goods themselves and can be set beside the weight of trade; else they are of what is in them.
 * {@code unknown} names producers without tonnes, with the reason: WITHHELD or NOT_AVAILABLE.
 */
record KnownProduction(
    Map<String, BigDecimal> tonnesOf,
    Map<String, String> unknown,
    BigDecimal unnamed,
    boolean weighs) {

  private static final BigDecimal MIN_NAMED = new BigDecimal("0.95");

  /** Tonnes, or the reason why there are none to compare with. */
  record Known(@Nullable BigDecimal tonnes, @Nullable String reason) {}

  KnownProduction {
    tonnesOf = Map.copyOf(tonnesOf);
    unknown = Map.copyOf(unknown);
  }

  /** An economy that nobody names makes at most what is left to nobody. */
  Known by(String economy) {
    var why = unknown.get(economy);
    if (why != null) {
      return new Known(null, "PRODUCTION_" + why);
    }
    var named = tonnesOf.get(economy);
    if (named == null && !namesNearlyAll()) {
      return new Known(null, "PRODUCERS_NOT_NAMED");
    }
    var tonnes = named == null ? unnamed : named;
    return weighs || tonnes.signum() == 0
        ? new Known(tonnes, null)
        : new Known(null, "CONTENT_NOT_WEIGHT");
  }

  private boolean namesNearlyAll() {
    var all = tonnesOf.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return all.signum() > 0 && all.compareTo(MIN_NAMED.multiply(all.add(unnamed))) >= 0;
  }
}

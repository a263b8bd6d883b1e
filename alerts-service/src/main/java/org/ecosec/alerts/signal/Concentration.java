package org.ecosec.alerts.signal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The concentration of an importer's suppliers of a product, as trade-service tells it. */
record Concentration(
    @Nullable BigDecimal hhi,
    @Nullable BigDecimal hhiLower,
    @Nullable BigDecimal hhiUpper,
    @Nullable TopSupplier top1,
    @Nullable BigDecimal top3Share,
    @Nullable BigDecimal coverage,
    @Nullable BigDecimal suppliers,
    @Nullable BigDecimal totalUsd,
    @Nullable String verdict,
    @Nullable String reason) {

  /** The largest supplier, and its shares of named suppliers and of World. */
  record TopSupplier(
      String partner, @Nullable BigDecimal share, @Nullable BigDecimal shareOfWorld) {}
}

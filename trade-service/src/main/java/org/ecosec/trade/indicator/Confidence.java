package org.ecosec.trade.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How much a figure can be leaned on, by what its source accounts for. */
public enum Confidence {
  /** World is reported, at least 95 % of it has a supplier and at most 5 % is unallocated. */
  HIGH,
  /** No World row to check against, or more than 5 % unallocated. */
  MEDIUM,
  /** Less than 95 % of World has a supplier: bounds only; or exporters speak for the importer. */
  LOW,
  /** Nothing to compute from. */
  NONE;

  private static final BigDecimal ENOUGH = new BigDecimal("0.95");
  private static final BigDecimal LITTLE = new BigDecimal("0.05");

  static Confidence of(
      boolean anySupplier,
      @Nullable BigDecimal coverage,
      BigDecimal unallocatedUsd,
      BigDecimal totalUsd) {
    if (!anySupplier) {
      return NONE;
    }
    if (coverage != null && coverage.compareTo(ENOUGH) < 0) {
      return LOW;
    }
    boolean allocated = unallocatedUsd.compareTo(totalUsd.multiply(LITTLE)) <= 0;
    return coverage != null && allocated ? HIGH : MEDIUM;
  }
}

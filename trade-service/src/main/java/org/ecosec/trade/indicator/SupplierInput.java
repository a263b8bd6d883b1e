package org.ecosec.trade.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One row that a figure rests on: the partner, what its row counts as, its value in US dollars, its
 * share of everything imported (suppliers only), weight and quantity, and the revision that it came
 * with.
 */
public record SupplierInput(
    String partner,
    String partnerName,
    Role role,
    BigDecimal valueUsd,
    @Nullable BigDecimal share,
    @Nullable BigDecimal netWeightKg,
    @Nullable BigDecimal quantity,
    @Nullable String quantityUnit,
    boolean estimated,
    long fromRevision) {

  /** What a partner's row counts as. */
  public enum Role {
    SUPPLIER,
    UNALLOCATED,
    RE_IMPORT,
    WORLD,
    NOT_COUNTED
  }
}

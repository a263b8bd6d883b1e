package org.ecosec.investment.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** A target that is not money, and how it stands; null figures carry their {@code reason}. */
public record TargetView(
    String id,
    String title,
    String unit,
    BigDecimal target,
    @Nullable BigDecimal actual,
    LocalDate from,
    LocalDate to,
    @Nullable String partOf,
    TargetStatus status,
    @Nullable String reason,
    HandlingLevel handling,
    String source,
    @Nullable String notes,
    long revision) {

  static TargetView of(Target target, TargetStatus status) {
    return new TargetView(
        target.id(),
        target.title,
        target.unit,
        target.target,
        target.actual,
        target.fromOn,
        target.toOn,
        target.partOf,
        status,
        target.actual == null ? "NO_SOURCE" : null,
        target.handling,
        target.source,
        target.notes,
        target.fromRevision());
  }
}

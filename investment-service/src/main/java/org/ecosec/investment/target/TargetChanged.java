package org.ecosec.investment.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** The event {@code investment.targets.v1}. */
record TargetChanged(
    String targetId,
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
    long revision,
    boolean backfill) {

  static final String TOPIC = "investment.targets.v1";

  static TargetChanged of(TargetView view, boolean backfill) {
    return new TargetChanged(
        view.id(),
        view.title(),
        view.unit(),
        view.target(),
        view.actual(),
        view.from(),
        view.to(),
        view.partOf(),
        view.status(),
        view.reason(),
        view.handling(),
        view.revision(),
        backfill);
  }
}

package org.ecosec.investment.imports;

import java.time.LocalDate;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * What the sender says of a file. {@code backfill}: history, so never tell anybody; {@code
 * listedOn}: the day that a list was published.
 */
record ImportRequest(
    Format format,
    @Nullable String kind,
    @Nullable String profile,
    @Nullable LocalDate listedOn,
    String rateSet,
    HandlingLevel handling,
    @Nullable FinancierScope financierScope,
    boolean backfill,
    Sender sender) {

  /** The file formats. */
  enum Format {
    IATI,
    CSV,
    MAPPED
  }

  /** Who sent it, and under which {@code Idempotency-Key} if any. */
  record Sender(String name, @Nullable String key) {}
}

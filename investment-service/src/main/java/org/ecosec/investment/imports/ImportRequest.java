package org.ecosec.investment.imports;

import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** What the sender says of a file. {@code backfill}: history, so never tell anybody. */
record ImportRequest(
    Format format,
    @Nullable String kind,
    @Nullable String profile,
    String rateSet,
    HandlingLevel handling,
    @Nullable FinancierScope financierScope,
    boolean backfill,
    @Nullable Repeat repeat) {

  /** The file formats. */
  enum Format {
    IATI,
    CSV,
    MAPPED
  }

  /** Who sent it under which {@code Idempotency-Key}. */
  record Repeat(String caller, String key) {}
}

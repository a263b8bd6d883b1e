package org.ecosec.trade.observation;

import org.jspecify.annotations.Nullable;

/**
 * What the sender says of a body. {@code baseline} null: silent if it is the first load of its
 * source; false: tell subscribers all the same. {@code backfill}: never tell anybody.
 */
record ImportRequest(
    String format,
    @Nullable String profile,
    @Nullable String source,
    @Nullable Boolean baseline,
    boolean backfill,
    @Nullable Repeat repeat) {

  /** Who sent it under which {@code Idempotency-Key}. */
  record Repeat(String caller, String key) {}
}

package org.ecosec.trade.observation;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What the sender says of a body. {@code baseline} null: silent if it is the first load of its
 * source; false: tell subscribers all the same. {@code backfill}: never tell anybody.
 */
record ImportRequest(
    Layout layout,
    @Nullable String source,
    ImportMode mode,
    @Nullable Boolean baseline,
    boolean backfill,
    @Nullable Repeat repeat) {

  /**
   * How the file is to be read. {@code edition} is the year of HS of a file that does not say it;
   * {@code through} the last month that the file covers, where its last year is not a whole one.
   */
  record Layout(
      String format,
      @Nullable String profile,
      @Nullable String edition,
      @Nullable YearMonth through) {}

  /** Who sent it under which {@code Idempotency-Key}. */
  record Repeat(String caller, String key) {}

  String format() {
    return layout.format();
  }

  @Nullable String profile() {
    return layout.profile();
  }
}

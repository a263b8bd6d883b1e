package org.ecosec.investment.imports;

import org.jspecify.annotations.Nullable;

/**
 * What differs of a project between two files. Of a closing date, {@code movedDays} says by how
 * much: later is above 0, null if one of the files gives none.
 */
public record VintageChange(
    String projectId,
    String title,
    Kind change,
    @Nullable String before,
    @Nullable String after,
    @Nullable Integer movedDays) {

  /** What changed: the status or closing date as the files give them, or being listed at all. */
  public enum Kind {
    STATUS,
    CLOSING_DATE,
    APPEARED,
    DISAPPEARED
  }
}

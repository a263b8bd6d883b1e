package org.ecosec.investment.milestone;

import java.time.LocalDate;
import org.ecosec.investment.milestone.math.Precision;
import org.jspecify.annotations.Nullable;

/** One moving of a milestone's baseline, in the order in which they were made. */
public record RebaseliningView(
    String id,
    int ordinal,
    @Nullable LocalDate beforeOn,
    @Nullable Precision beforePrecision,
    LocalDate afterOn,
    Precision afterPrecision,
    @Nullable LocalDate decidedOn,
    String reason,
    String source,
    long revision) {

  static RebaseliningView of(Rebaselining moved) {
    return new RebaseliningView(
        moved.id(),
        moved.ordinal,
        moved.beforeOn,
        moved.beforePrecision,
        moved.afterOn,
        moved.afterPrecision,
        moved.decidedOn,
        moved.reason,
        moved.source,
        moved.fromRevision());
  }
}

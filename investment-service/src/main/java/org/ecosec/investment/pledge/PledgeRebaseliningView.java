package org.ecosec.investment.pledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One moving of a pledge's end, in the order in which they were made. */
public record PledgeRebaseliningView(
    String id,
    int ordinal,
    LocalDate before,
    LocalDate after,
    @Nullable LocalDate decidedOn,
    String reason,
    String source,
    long revision) {

  static PledgeRebaseliningView of(PledgeRebaselining moved) {
    return new PledgeRebaseliningView(
        moved.id(),
        moved.ordinal,
        moved.beforeOn,
        moved.afterOn,
        moved.decidedOn,
        moved.reason,
        moved.source,
        moved.fromRevision());
  }
}

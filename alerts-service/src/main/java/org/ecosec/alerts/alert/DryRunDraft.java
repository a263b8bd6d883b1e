package org.ecosec.alerts.alert;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.rule.RuleDraft;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A rule to try, and the time over which; all that is kept if no time is given. */
public record DryRunDraft(
    RuleDraft rule,
    @Schema(description = "From when signals came, 800 days ago if absent")
        @Nullable OffsetDateTime from,
    @Schema(description = "Until when signals came, now if absent") @Nullable OffsetDateTime to) {

  public DryRunDraft {
    if (rule == null) {
      throw Problem.unprocessable("bad-rule", "Correct the fields that are pointed at.")
          .at("/rule", "is missing");
    }
    if (from != null && to != null && !from.isBefore(to)) {
      throw Problem.unprocessable("bad-range", "from must lie before to.")
          .at("/from", "is not before to");
    }
  }
}

package org.ecosec.investment.pledge;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.form.Fields;
import org.jspecify.annotations.Nullable;

/** The end that a pledge has from now on, why, and who says so; decided when, if published. */
public record PledgeRebaseliningTerms(
    @Schema(examples = "2037-08-29") LocalDate to,
    @Nullable LocalDate decidedOn,
    String reason,
    String source) {

  public PledgeRebaseliningTerms {
    new Fields("bad-rebaselining", "A new end needs its day, its reason and its source.")
        .need("/to", to)
        .day("/to", to)
        .day("/decidedOn", decidedOn)
        .text("/reason", reason, 1_000)
        .text("/source", source, 1_000)
        .refuse();
  }
}

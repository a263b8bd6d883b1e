package org.ecosec.investment.milestone;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.milestone.math.Precision;
import org.jspecify.annotations.Nullable;

/** The plan that a milestone gets from now on, why, and who says so; decided when, if published. */
public record RebaseliningTerms(
    @Schema(examples = "2028-12-31") LocalDate baselineOn,
    @Schema(examples = "YEAR") @Nullable Precision precision,
    @Nullable LocalDate decidedOn,
    String reason,
    String source) {

  public RebaseliningTerms {
    precision = precision == null ? Precision.DAY : precision;
    new Fields("bad-rebaselining", "A new baseline needs its day, its reason and its source.")
        .need("/baselineOn", baselineOn)
        .day("/baselineOn", baselineOn)
        .day("/decidedOn", decidedOn)
        .text("/reason", reason, 4_000)
        .text("/source", source, 1_000)
        .refuse();
  }
}

package org.ecosec.investment.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.form.Fields;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * A target that is not money. {@code actual} is null while no source publishes it; {@code partOf}
 * names the target that this one is inside of, and is never added to.
 */
public record TargetTerms(
    @Nullable String id,
    String title,
    @Schema(examples = "persons") String unit,
    @Schema(examples = "500000") BigDecimal target,
    @Nullable BigDecimal actual,
    LocalDate from,
    LocalDate to,
    @Nullable String partOf,
    HandlingLevel handling,
    String source,
    @Nullable String notes) {

  public TargetTerms {
    var wrong =
        new Fields("bad-target", "The target is not complete or not consistent; see errors.");
    wrong
        .text("/title", title, 300)
        .text("/unit", unit, 50)
        .need("/target", target)
        .number("/target", target, 6)
        .number("/actual", actual, 6)
        .day("/from", from)
        .day("/to", to)
        .need("/from", from)
        .need("/to", to)
        .need("/handling", handling)
        .text("/source", source, 1_000)
        .optionalText("/notes", notes, 10_000);
    if (id != null) {
      wrong.slug("/id", id);
    }
    if (partOf != null) {
      wrong.slug("/partOf", partOf).check("/partOf", !partOf.equals(id), "names itself");
    }
    wrong.refuse();
    wrong
        .check("/target", target.signum() > 0, "is not above zero")
        .check("/actual", actual == null || actual.signum() >= 0, "is negative")
        .check("/to", to.isAfter(from), "is not after from")
        .refuse();
  }
}

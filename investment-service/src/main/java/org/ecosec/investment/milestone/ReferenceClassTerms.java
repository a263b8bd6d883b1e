package org.ecosec.investment.milestone;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.form.Fields;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * Comparable works as a source has them: by how much the actual duration passed the planned one in
 * half, and in four fifths, of them (1.45 is 45 % longer).
 */
public record ReferenceClassTerms(
    @Nullable String id,
    String title,
    @Schema(examples = "1.45") BigDecimal p50DurationRatio,
    @Schema(examples = "1.9") BigDecimal p80DurationRatio,
    int sampleSize,
    HandlingLevel handling,
    String source) {

  public ReferenceClassTerms {
    handling = handling == null ? HandlingLevel.PUBLIC : handling;
    var wrong = new Fields("bad-reference-class", "The class is not complete; see errors.");
    wrong
        .text("/title", title, 300)
        .need("/p50DurationRatio", p50DurationRatio)
        .number("/p50DurationRatio", p50DurationRatio, 9)
        .need("/p80DurationRatio", p80DurationRatio)
        .number("/p80DurationRatio", p80DurationRatio, 9)
        .check("/sampleSize", sampleSize > 0, "is not above zero")
        .text("/source", source, 1_000);
    if (id != null) {
      wrong.slug("/id", id);
    }
    wrong.refuse();
    wrong
        .check("/p50DurationRatio", p50DurationRatio.signum() > 0, "is not above zero")
        .check(
            "/p50DurationRatio",
            p50DurationRatio.compareTo(BigDecimal.valueOf(100)) <= 0,
            "is above 100: give a ratio, not per cent")
        .check(
            "/p80DurationRatio",
            p80DurationRatio.compareTo(p50DurationRatio) >= 0
                && p80DurationRatio.compareTo(BigDecimal.valueOf(100)) <= 0,
            "is not between p50DurationRatio and 100")
        .refuse();
  }
}

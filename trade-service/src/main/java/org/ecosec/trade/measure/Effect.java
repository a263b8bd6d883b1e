package org.ecosec.trade.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One code's months between the imposer and one economy, beside those of the year before. */
@Schema(
    description =
        "verdict FELL or ROSE: by at least 30 % in weight (in value where a weight is missing)."
            + " Null with a reason: IMPRECISE_DATE, NO_MONTHLY_DATA, TOO_EARLY (fewer than three"
            + " months), NOTHING_BEFORE. A fall says that trade moved with the measure, not because of it.")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Effect(
    String measureId,
    String economy,
    String code,
    Measure.Code.Coverage coverage,
    String reportedBy,
    int months,
    @Nullable String from,
    @Nullable String to,
    @Nullable BigDecimal beforeUsd,
    @Nullable BigDecimal afterUsd,
    @Nullable BigDecimal changeUsd,
    @Nullable BigDecimal beforeKg,
    @Nullable BigDecimal afterKg,
    @Nullable BigDecimal changeKg,
    @Nullable Verdict verdict,
    @Nullable String reason) {

  private static final int MIN_MONTHS = 3;
  private static final int DECIMALS = 6;
  private static final BigDecimal MOVED = new BigDecimal("0.30");

  /** How trade moved; by weight where both years have one, else by value. */
  public enum Verdict {
    FELL,
    NOT_SEEN,
    ROSE
  }

  /** The compared months of both years, added up. */
  record Sums(
      int months,
      @Nullable String from,
      @Nullable String to,
      BigDecimal beforeUsd,
      BigDecimal afterUsd,
      @Nullable BigDecimal beforeKg,
      @Nullable BigDecimal afterKg) {}

  /** Without figures. */
  static Effect none(Measure measure, String economy, Measure.Code code, @Nullable String reason) {
    return new Effect(
        measure.id(),
        economy,
        code.code(),
        code.coverage(),
        measure.imposer(),
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        reason);
  }

  /** The same with the figures that were found. */
  Effect with(Sums sums) {
    var byValue = change(sums.beforeUsd(), sums.afterUsd());
    var byWeight = change(sums.beforeKg(), sums.afterKg());
    var moved = byWeight == null ? byValue : byWeight;
    var why = reason(sums, moved);
    return new Effect(
        measureId,
        economy,
        code,
        coverage,
        reportedBy,
        sums.months(),
        sums.from(),
        sums.to(),
        sums.months() == 0 ? null : sums.beforeUsd(),
        sums.months() == 0 ? null : sums.afterUsd(),
        byValue,
        sums.months() == 0 ? null : sums.beforeKg(),
        sums.months() == 0 ? null : sums.afterKg(),
        byWeight,
        why != null || moved == null ? null : verdict(moved),
        why);
  }

  private static @Nullable String reason(Sums sums, @Nullable BigDecimal moved) {
    if (sums.months() == 0) {
      return "NO_MONTHLY_DATA";
    }
    if (sums.months() < MIN_MONTHS) {
      return "TOO_EARLY";
    }
    return moved == null ? "NOTHING_BEFORE" : null;
  }

  private static Verdict verdict(BigDecimal change) {
    if (change.compareTo(MOVED.negate()) <= 0) {
      return Verdict.FELL;
    }
    return change.compareTo(MOVED) >= 0 ? Verdict.ROSE : Verdict.NOT_SEEN;
  }

  private static @Nullable BigDecimal change(
      @Nullable BigDecimal before, @Nullable BigDecimal after) {
    return before == null || after == null || before.signum() == 0
        ? null
        : after.divide(before, DECIMALS, RoundingMode.HALF_EVEN).subtract(BigDecimal.ONE);
  }
}

package org.ecosec.trade.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How concentrated an importer's suppliers of a product were in a period. */
@Schema(
    description =
        "Shares from 0 to 1, values in US dollars. hhi is null where less than 95 % of World is"
            + " accounted for (LOW_COVERAGE); the bounds then still hold. verdict is null where the"
            + " bounds lie on both sides of 0.40 (BOUNDS_STRADDLE). Method: docs/methods/concentration.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConcentrationView(
    String importer,
    String product,
    String productName,
    String classification,
    @Nullable String edition,
    String freq,
    String period,
    @Nullable BigDecimal hhi,
    @Nullable BigDecimal hhiPoints,
    @Nullable BigDecimal hhiLower,
    @Nullable BigDecimal hhiUpper,
    @Nullable BigDecimal hhiNormalised,
    @Nullable BigDecimal effectiveSuppliers,
    Figures.@Nullable Top top1,
    @Nullable BigDecimal top3Share,
    int suppliers,
    @Nullable BigDecimal coverage,
    BigDecimal totalUsd,
    BigDecimal unallocatedUsd,
    BigDecimal residualUsd,
    BigDecimal reImportsUsd,
    @Nullable String verdict,
    @Nullable String reason,
    String source,
    String dataThrough,
    String methodVersion,
    long revision) {

  private static final BigDecimal POINTS = BigDecimal.valueOf(10_000);

  /** Points from 0 to 10,000, rounded half even to a whole point. */
  static @Nullable BigDecimal points(@Nullable BigDecimal hhi) {
    return hhi == null ? null : hhi.multiply(POINTS).setScale(0, RoundingMode.HALF_EVEN);
  }
}

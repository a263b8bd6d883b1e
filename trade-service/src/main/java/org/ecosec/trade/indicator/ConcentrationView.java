package org.ecosec.trade.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How concentrated an importer's suppliers of a product were in a period. */
@Schema(
    description =
        "Shares from 0 to 1, values in US dollars. hhi is null where less than 95 % of World is"
            + " accounted for (LOW_COVERAGE); the bounds then still hold. verdict is null where the"
            + " bounds lie on both sides of the threshold (BOUNDS_STRADDLE). lossUsd is what the"
            + " importer would miss without its largest supplier. ranks say where the cell stands"
            + " among the importer's products of a sector, by hhiLower. vintage is when these"
            + " figures became known. side is MIRROR where the importer does not report the period and"
            + " its partners' exports stand for it (FOB, confidence LOW, no World to check against;"
            + " FEW_EXPORTERS_REPORT: too few of them for a verdict). Method: docs/methods/concentration.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConcentrationView(
    String importer,
    String product,
    String productName,
    String classification,
    @Nullable String edition,
    String freq,
    String period,
    Side side,
    @Nullable Mirror mirror,
    @Nullable BigDecimal hhi,
    @Nullable BigDecimal hhiPoints,
    @Nullable BigDecimal hhiLower,
    @Nullable BigDecimal hhiUpper,
    @Nullable BigDecimal hhiNormalised,
    @Nullable BigDecimal effectiveSuppliers,
    Figures.@Nullable Top top1,
    @Nullable BigDecimal top3Share,
    int suppliers,
    @Nullable BigDecimal lossUsd,
    @Nullable BigDecimal lossShare,
    Figures.Quantity quantity,
    @Nullable BigDecimal coverage,
    BigDecimal totalUsd,
    BigDecimal unallocatedUsd,
    BigDecimal residualUsd,
    BigDecimal reImportsUsd,
    Threshold threshold,
    @Nullable String verdict,
    @Nullable String reason,
    Confidence confidence,
    List<SectorRank> ranks,
    @Nullable List<SupplierInput> inputs,
    String inputsAt,
    String source,
    String dataThrough,
    Instant vintage,
    String methodVersion,
    long revision) {

  private static final BigDecimal POINTS = BigDecimal.valueOf(10_000);

  /** Who tells: the importer itself, or those that sold to it. */
  public enum Side {
    REPORTED,
    MIRROR
  }

  /**
   * What a mirrored figure is made of: values as exporters report them, before freight and
   * insurance, and how many economies report any exports of that period.
   */
  public record Mirror(
      String valuation, int reporters, BigDecimal cifOverFob, String cifOverFobCitation) {}

  /** Where a cell stands among the importer's products of a sector in the same period. */
  public record SectorRank(String scheme, String sector, int rank, int of, BigDecimal percentile) {}

  /** Points from 0 to 10,000, rounded half even to a whole point. */
  static @Nullable BigDecimal points(@Nullable BigDecimal hhi) {
    return hhi == null ? null : hhi.multiply(POINTS).setScale(0, RoundingMode.HALF_EVEN);
  }

  ConcentrationView with(List<SectorRank> ranks, @Nullable List<SupplierInput> inputs) {
    return new ConcentrationView(
        importer,
        product,
        productName,
        classification,
        edition,
        freq,
        period,
        side,
        mirror,
        hhi,
        hhiPoints,
        hhiLower,
        hhiUpper,
        hhiNormalised,
        effectiveSuppliers,
        top1,
        top3Share,
        suppliers,
        lossUsd,
        lossShare,
        quantity,
        coverage,
        totalUsd,
        unallocatedUsd,
        residualUsd,
        reImportsUsd,
        threshold,
        verdict,
        reason,
        confidence,
        ranks,
        inputs,
        inputsAt,
        source,
        dataThrough,
        vintage,
        methodVersion,
        revision);
  }
}

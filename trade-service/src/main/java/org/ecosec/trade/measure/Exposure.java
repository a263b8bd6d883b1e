package org.ecosec.trade.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** What an importer gets from the imposer under a measure. Values in US dollars, shares 0 to 1. */
@Schema(
    description =
        "side IMPORTS: what the economy named importer buys from the imposer; EXPORTS: what it sells"
            + " to the imposer (a measure on imports), with the same fields. fullUsd adds the flows of fully covered codes, partialAtMostUsd those of partly covered"
            + " ones; the two are never added. Null: no figure. unreportedCodes: no"
            + " source reports them, which is not 0. Method: docs/methods/export-control-exposure.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Exposure(
    String measureId,
    String measureTitle,
    String imposer,
    String importer,
    List<ExposedFlow> flows,
    List<String> unreportedCodes,
    @Nullable BigDecimal fullUsd,
    @Nullable BigDecimal partialAtMostUsd,
    @Nullable String dataThrough,
    HandlingLevel handling,
    String methodVersion,
    MeasureKind.@Nullable Side side,
    @Nullable List<SectorExposure> sectors) {

  static final String METHOD = "exposure/3";

  /** Exposures from before there were sides are of importers. */
  public Exposure {
    side = side == null ? MeasureKind.Side.IMPORTS : side;
    sectors = sectors == null ? List.of() : List.copyOf(sectors);
  }

  /** The part of both sums that is of a sector's products; a product may be in two sectors. */
  public record SectorExposure(
      String sector, @Nullable BigDecimal fullUsd, @Nullable BigDecimal partialAtMostUsd) {}

  /** Where a flow's figure comes from. */
  public enum Basis {
    /** The importer's own report of the code. */
    REPORTED,
    /**
     * The importer's own report of the heading that the code is part of: wider than the measure.
     */
    HEADING,
    /** The imposer's report of its exports to the importer, free on board. */
    MIRROR
  }

  /** One code's trade in the last full year that is reported. */
  public record ExposedFlow(
      String code,
      Measure.Code.Coverage coverage,
      Basis basis,
      String product,
      String period,
      @Nullable BigDecimal valueUsd,
      @Nullable BigDecimal importsUsd,
      @Nullable BigDecimal share,
      @Nullable String reason,
      @Nullable BigDecimal hhiLower,
      @Nullable BigDecimal hhiUpper,
      @Nullable String verdict,
      List<Alternative> alternatives,
      @Nullable Integer imposerRank,
      @Nullable TwelveMonths lastTwelveMonths) {}

  /** The newest twelve months in a row of a monthly source; basis says whose report it is. */
  public record TwelveMonths(
      String from, String to, BigDecimal valueUsd, Basis basis, String source) {}

  /** Another supplier of the importer; what it could spare is not known yet. */
  public record Alternative(
      String partner, BigDecimal suppliesUsd, @Nullable BigDecimal spareUsd, String reason) {}
}

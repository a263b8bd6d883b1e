package org.ecosec.investment.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.rate.RateBasis;
import org.jspecify.annotations.Nullable;

/**
 * The money of all projects, or of those behind a pledge, cut by sector, place, party or year, in
 * one currency. Ladders stand apart. {@code addsUp} is false where a project stands in several
 * cuts.
 */
public record PortfolioView(
    Facet by,
    LocalDate on,
    String currency,
    String rateSet,
    RateBasis rateBasis,
    boolean addsUp,
    List<Cut> cuts,
    @Schema(examples = "portfolio/2") String methodVersion,
    long revision) {

  /**
   * One cut; a null key is what no source says. {@code withoutRate} counts months of money that the
   * rate set cannot convert: then the ladder that they stand on is null with the reason.
   */
  public record Cut(
      @Nullable String key,
      int projects,
      int projectsWithMoney,
      @Nullable BigDecimal committed,
      @Nullable BigDecimal disbursed,
      @Nullable LocalDate lastFlowOn,
      int withoutRate,
      @Schema(examples = "NO_SOURCE") @Nullable String reason) {}
}

package org.ecosec.trade.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.trade.indicator.math.GeoDep.Answer;
import org.ecosec.trade.production.ProductionDependencyView;
import org.jspecify.annotations.Nullable;

/** Whether an importer depends on foreign supply of a product, after CEPII GeoDep. */
@Schema(
    description =
        "verdict is GeoDep's alone: all of C1, C2 and C3 in at least two of three years. It is null"
            + " where missing inputs could turn it; reasons say which. Whole years only; a financial"
            + " year is compared with financial years. importDependency is M / (P + M - X) in tonnes"
            + " where the importer's production is known (WITH_KNOWN_PRODUCTION: production has its"
            + " figures and the codes that it covers), else M / (M + X) in US dollars (TRADE_ONLY,"
            + " with the reason): never compare the two. Method: docs/methods/dependency.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DependencyView(
    String importer,
    String product,
    String productName,
    String classification,
    @Nullable String edition,
    String freq,
    String period,
    @Nullable String verdict,
    List<String> reasons,
    int yearsMet,
    int yearsUnknown,
    List<YearView> years,
    @Nullable BigDecimal importsToExports,
    @Nullable BigDecimal importDependency,
    String importDependencyBasis,
    @Nullable String importDependencyReason,
    @Nullable ProductionDependencyView production,
    BigDecimal importsUsd,
    @Nullable BigDecimal exportsUsd,
    @Nullable BigDecimal hhiLower,
    @Nullable BigDecimal worldHhiLower,
    List<Threshold> thresholds,
    Confidence confidence,
    String inputsAt,
    String source,
    String dataThrough,
    Instant vintage,
    String methodVersion,
    long revision) {

  static final String METHOD = "dependency/1";

  /** The criteria of one year with the figures that they rest on. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record YearView(
      String period,
      Answer c1,
      Answer c2,
      Answer c3,
      Answer all,
      @Nullable BigDecimal hhiLower,
      @Nullable BigDecimal hhiUpper,
      @Nullable String importSource,
      @Nullable BigDecimal worldHhiLower,
      @Nullable BigDecimal worldHhiUpper,
      @Nullable Integer worldReporters,
      @Nullable String worldSource,
      @Nullable BigDecimal importsUsd,
      @Nullable BigDecimal exportsUsd,
      @Nullable BigDecimal importsToExports,
      List<String> reasons) {}
}

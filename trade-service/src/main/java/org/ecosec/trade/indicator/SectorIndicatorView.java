package org.ecosec.trade.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an importer's imports of one sector look like in a period. */
@Schema(
    description =
        "Of codes that lie inside each other the widest reported one counts, so nothing is added up"
            + " twice. codesReported of codesInBasket says what the figures rest on; codes of"
            + " different classifications or sources are never mixed. Method:"
            + " docs/methods/sector-indicators.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SectorIndicatorView(
    String importer,
    String scheme,
    int schemeVersion,
    String sector,
    String classification,
    String freq,
    String period,
    int codesInBasket,
    int codesReported,
    int codesCounted,
    BigDecimal totalUsd,
    BigDecimal concentratedUsd,
    BigDecimal undecidedUsd,
    @Nullable BigDecimal concentratedShare,
    @Nullable BigDecimal undecidedShare,
    @Nullable String reason,
    int concentrated,
    int notConcentrated,
    int undecided,
    int dependent,
    int notDependent,
    int dependencyUndecided,
    @Nullable String mostConcentrated,
    @Nullable BigDecimal mostConcentratedHhiLower,
    String source,
    String dataThrough,
    String methodVersion,
    long revision) {

  static final String METHOD = "sector-indicators/1";
}

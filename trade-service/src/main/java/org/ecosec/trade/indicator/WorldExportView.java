package org.ecosec.trade.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How concentrated the world's exports of a product were over exporters. */
@Schema(
    description =
        "reporters is how many economies report any trade of the source and year: below the"
            + " configured number the world matrix is not loaded, no index is given, reason"
            + " NO_WORLD_EXPORTS. basis REPORTED rests on exporters' own reports; what importers"
            + " report of exporters that do not report (mirroredUsd, divided by CIF over FOB) widens"
            + " the bounds. basis MIRROR rests on importers alone. Method:"
            + " docs/methods/export-concentration.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WorldExportView(
    String product,
    String productName,
    String classification,
    String freq,
    String period,
    String basis,
    int reporters,
    int exporters,
    BigDecimal reportedUsd,
    BigDecimal mirroredUsd,
    @Nullable BigDecimal coverage,
    @Nullable BigDecimal hhi,
    @Nullable BigDecimal hhiPoints,
    @Nullable BigDecimal hhiLower,
    @Nullable BigDecimal hhiUpper,
    @Nullable BigDecimal effectiveExporters,
    Figures.@Nullable Top top1,
    @Nullable BigDecimal top3Share,
    Threshold threshold,
    @Nullable String verdict,
    @Nullable String reason,
    Confidence confidence,
    @Nullable List<ExporterInput> inputs,
    String source,
    Instant vintage,
    String methodVersion,
    long revision) {

  static final String METHOD = "export-concentration/1";

  /** An exporter's own total of the product. */
  public record ExporterInput(
      String exporter, String exporterName, BigDecimal valueUsd, long fromRevision) {}

  WorldExportView with(List<ExporterInput> inputs) {
    return new WorldExportView(
        product,
        productName,
        classification,
        freq,
        period,
        basis,
        reporters,
        exporters,
        reportedUsd,
        mirroredUsd,
        coverage,
        hhi,
        hhiPoints,
        hhiLower,
        hhiUpper,
        effectiveExporters,
        top1,
        top3Share,
        threshold,
        verdict,
        reason,
        confidence,
        inputs,
        source,
        vintage,
        methodVersion,
        revision);
  }
}

package org.ecosec.trade.indicator;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Which dependencies, in which order: of an importer, a product or a sector. */
public class DependencyFilter {

  @QueryParam("importer")
  @Parameter(description = "Alpha-3 code", example = "JPN")
  @Nullable String importer;

  @QueryParam("product")
  @Parameter(description = "A code, leading zeros kept", example = "260400")
  @Nullable String product;

  @QueryParam("sector")
  @Parameter(description = "A sector of /trade/v1/sectors", example = "critical-minerals")
  @Nullable String sector;

  @QueryParam("classification")
  @Nullable String classification;

  @QueryParam("period")
  @Parameter(description = "A whole year; the two before it count too", example = "2019")
  @Nullable String period;

  @QueryParam("from")
  @Nullable String from;

  @QueryParam("to")
  @Nullable String to;

  @QueryParam("source")
  @Nullable String source;

  @QueryParam("newest")
  @DefaultValue("false")
  @Parameter(description = "Only the last year of each series")
  boolean newest;

  @QueryParam("verdict")
  @Parameter(description = "DEPENDENT, NOT_DEPENDENT or NONE for those without a verdict")
  @Nullable String verdict;

  @QueryParam("basis")
  @Parameter(
      description = "Of importDependency: WITH_KNOWN_PRODUCTION or TRADE_ONLY",
      example = "WITH_KNOWN_PRODUCTION")
  @Nullable String basis;

  @QueryParam("sort")
  @Parameter(
      description =
          "absent: by importer, product and period; else hhiLower, worldHhiLower,"
              + " importsToExports, importsUsd, importDependency (of one basis) or yearsMet, with a"
              + " minus for the largest first; what is null comes last",
      example = "-importsUsd")
  @Nullable String sort;

  @QueryParam("asOf")
  @Parameter(
      description = "RFC 3339 instant: what was known then",
      example = "2026-01-31T12:00:00Z")
  @Nullable String asOf;

  ImportDependency.@Nullable Basis basis() {
    return switch (basis) {
      case null -> null;
      case "WITH_KNOWN_PRODUCTION" -> ImportDependency.Basis.WITH_KNOWN_PRODUCTION;
      case "TRADE_ONLY" -> ImportDependency.Basis.TRADE_ONLY;
      default ->
          throw Problem.badRequest(
                  "bad-basis", "basis is WITH_KNOWN_PRODUCTION, TRADE_ONLY or absent.")
              .at("query:basis", "is unknown");
    };
  }

  /** Which cells, whatever their figures. */
  record Cells(
      @Nullable String importer,
      @Nullable String product,
      @Nullable String sector,
      @Nullable String classification,
      @Nullable String period,
      @Nullable String from,
      @Nullable String to,
      @Nullable String source,
      boolean newest) {}

  Cells which() {
    return new Cells(importer, product, sector, classification, period, from, to, source, newest);
  }

  /** The yearly concentrations that dependencies are derived from. */
  ConcentrationFilter cells() {
    if (importer == null && product == null && sector == null) {
      throw Problem.badRequest(
              "filter-needed", "Name an importer, a product or a sector: the world is too wide.")
          .at("query:importer", "is missing");
    }
    var cells = new ConcentrationFilter();
    cells.importer = importer;
    cells.product = product;
    cells.sector = sector;
    cells.classification = classification;
    cells.period = period;
    cells.from = from;
    cells.to = to;
    cells.source = source;
    cells.newest = newest;
    cells.freq = "A";
    return cells;
  }
}

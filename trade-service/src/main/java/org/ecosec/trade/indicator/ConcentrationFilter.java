package org.ecosec.trade.indicator;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Which concentrations, in which order; what is absent does not narrow. */
public class ConcentrationFilter {

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

  @QueryParam("freq")
  @Nullable String freq;

  @QueryParam("period")
  @Nullable String period;

  @QueryParam("from")
  @Nullable String from;

  @QueryParam("to")
  @Nullable String to;

  @QueryParam("verdict")
  @Parameter(description = "CONCENTRATED, NOT_CONCENTRATED or NONE for cells without a verdict")
  @Nullable String verdict;

  @QueryParam("source")
  @Nullable String source;

  @QueryParam("side")
  @Parameter(
      description =
          "REPORTED or MIRROR; absent: what importers report and, for one importer's one product,"
              + " what its partners report of the periods that it does not")
  @Nullable String side;

  @QueryParam("newest")
  @DefaultValue("false")
  @Parameter(description = "Only the last period of each series")
  boolean newest;

  @QueryParam("sort")
  @Parameter(
      description =
          "absent: by importer, product and period; else hhi, hhiLower, hhiUpper, hhiNormalised,"
              + " effectiveSuppliers, suppliers, top1Share, top3Share, coverage, totalUsd,"
              + " unallocatedUsd, residualUsd, reImportsUsd, lossUsd, lossShare or quantityHhi, with"
              + " a minus for the largest first; what is null comes last",
      example = "-hhiLower")
  @Nullable String sort;

  @QueryParam("expand")
  @Parameter(description = "inputs: each item with its suppliers; else only with where they are")
  @Nullable String expand;

  @QueryParam("asOf")
  @Parameter(
      description = "RFC 3339 instant: what was known then",
      example = "2026-01-31T12:00:00Z")
  @Nullable String asOf;

  boolean withReported() {
    return !isMirror();
  }

  /**
   * Mirrors are put together when they are asked for, which takes one importer and few products.
   */
  boolean withMirror() {
    if (!isMirror()) {
      return side == null && importer != null && product != null;
    }
    if (importer == null || (product == null && sector == null)) {
      throw Problem.badRequest(
              "mirror-too-wide", "Name an importer, and a product or a sector, for its mirror.")
          .at("query:importer", "is missing");
    }
    return true;
  }

  private boolean isMirror() {
    if (side != null && !side.equals("MIRROR") && !side.equals("REPORTED")) {
      throw Problem.badRequest("bad-side", "side is REPORTED, MIRROR or absent.")
          .at("query:side", "is unknown");
    }
    return "MIRROR".equals(side);
  }

  boolean withInputs() {
    if (expand != null && !expand.equals("inputs")) {
      throw Problem.badRequest("bad-expand", "expand is inputs or absent.")
          .at("query:expand", "is unknown");
    }
    return expand != null;
  }
}

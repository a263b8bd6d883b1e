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

  boolean withInputs() {
    if (expand != null && !expand.equals("inputs")) {
      throw Problem.badRequest("bad-expand", "expand is inputs or absent.")
          .at("query:expand", "is unknown");
    }
    return expand != null;
  }
}

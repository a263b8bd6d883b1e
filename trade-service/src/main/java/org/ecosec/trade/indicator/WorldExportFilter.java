package org.ecosec.trade.indicator;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Which products' exporters; what is absent does not narrow. */
public class WorldExportFilter {

  @QueryParam("product")
  @Parameter(description = "A code, leading zeros kept", example = "260400")
  @Nullable String product;

  @QueryParam("sector")
  @Nullable String sector;

  @QueryParam("classification")
  @Nullable String classification;

  @QueryParam("period")
  @Nullable String period;

  @QueryParam("from")
  @Nullable String from;

  @QueryParam("to")
  @Nullable String to;

  @QueryParam("source")
  @Nullable String source;

  @QueryParam("verdict")
  @Parameter(description = "CONCENTRATED, NOT_CONCENTRATED or NONE")
  @Nullable String verdict;

  @QueryParam("sort")
  @Parameter(
      description =
          "absent: by product and period; else hhi, hhiLower, hhiUpper, effectiveExporters,"
              + " exporters, top1Share, top3Share, coverage or reportedUsd, with a minus for the"
              + " largest first; what is null comes last",
      example = "-hhiLower")
  @Nullable String sort;

  @QueryParam("expand")
  @Parameter(description = "inputs: each item with its exporters")
  @Nullable String expand;

  @QueryParam("asOf")
  @Nullable String asOf;

  boolean withInputs() {
    if (expand != null && !expand.equals("inputs")) {
      throw Problem.badRequest("bad-expand", "expand is inputs or absent.")
          .at("query:expand", "is unknown");
    }
    return expand != null;
  }
}

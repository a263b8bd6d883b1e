package org.ecosec.trade.mirror;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Which flow: an importer, with an exporter or a product or both. */
public class MirrorGapFilter {

  @QueryParam("importer")
  @Parameter(description = "Alpha-3 code", example = "CHN")
  @Nullable String importer;

  @QueryParam("exporter")
  @Parameter(description = "Alpha-3 code", example = "IDN")
  @Nullable String exporter;

  @QueryParam("product")
  @Parameter(description = "A code, leading zeros kept", example = "260400")
  @Nullable String product;

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

  @QueryParam("asOf")
  @Parameter(
      description = "RFC 3339 instant: what was known then",
      example = "2026-01-31T12:00:00Z")
  @Nullable String asOf;

  void check() {
    if (importer == null || (exporter == null && product == null)) {
      throw Problem.badRequest(
              "filter-needed", "Name an importer, and an exporter or a product (or both).")
          .at(importer == null ? "query:importer" : "query:exporter", "is missing");
    }
  }
}

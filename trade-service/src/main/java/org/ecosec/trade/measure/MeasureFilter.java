package org.ecosec.trade.measure;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which measures; what is absent does not narrow. */
public class MeasureFilter {

  @QueryParam("imposer")
  @Nullable String imposer;

  @QueryParam("kind")
  @Nullable String kind;

  @QueryParam("status")
  @Parameter(description = "DRAFT, CANDIDATE or CONFIRMED")
  @Nullable String status;

  @QueryParam("target")
  @Parameter(description = "An economy that the measure is aimed at", example = "USA")
  @Nullable String target;

  @QueryParam("product")
  @Parameter(
      description = "A code that the measure covers, or a part or the whole of one",
      example = "811292")
  @Nullable String product;

  @QueryParam("relaxes")
  @Parameter(description = "Relaxations of this measure")
  @Nullable String relaxes;

  @QueryParam("inForceOn")
  @Parameter(
      description =
          "A day: confirmed, surely effective by then (of a month or year: its last day) and not lifted",
      example = "2024-12-10")
  @Nullable String inForceOn;

  @QueryParam("asOf")
  @Parameter(
      description = "RFC 3339 instant: what was known then",
      example = "2026-01-31T12:00:00Z")
  @Nullable String asOf;
}

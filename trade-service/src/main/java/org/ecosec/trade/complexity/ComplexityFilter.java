package org.ecosec.trade.complexity;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which matrix; of several that fit, the newest one with indices from the preferred source. */
public class ComplexityFilter {

  @QueryParam("classification")
  @DefaultValue("HS")
  String classification = "HS";

  @QueryParam("edition")
  @Nullable String edition;

  @QueryParam("source")
  @Nullable String source;

  @QueryParam("period")
  @Parameter(description = "A year; absent: the newest one with indices", example = "2023")
  @Nullable String period;

  @QueryParam("asOf")
  @Parameter(
      description = "RFC 3339 instant: what was known then",
      example = "2026-01-31T12:00:00Z")
  @Nullable String asOf;
}

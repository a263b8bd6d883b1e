package org.ecosec.trade.observation;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which observations; what is absent does not narrow. */
public class ObservationFilter {

  @QueryParam("reporter")
  @Parameter(description = "Alpha-3 code of who reports", example = "JPN")
  @Nullable String reporter;

  @QueryParam("partner")
  @Parameter(description = "Alpha-3 code of the partner; W00 is World")
  @Nullable String partner;

  @QueryParam("flow")
  @Parameter(description = "IMPORT, EXPORT, RE_IMPORT or RE_EXPORT")
  @Nullable String flow;

  @QueryParam("classification")
  @Nullable String classification;

  @QueryParam("product")
  @Parameter(description = "A code, leading zeros kept", example = "260400")
  @Nullable String product;

  @QueryParam("freq")
  @Nullable String freq;

  @QueryParam("period")
  @Parameter(description = "One period, such as 2024 or 2024-03")
  @Nullable String period;

  @QueryParam("from")
  @Nullable String from;

  @QueryParam("to")
  @Nullable String to;

  @QueryParam("source")
  @Nullable String source;

  @QueryParam("asOf")
  @Parameter(
      description = "RFC 3339 instant: what was known then",
      example = "2026-01-31T12:00:00Z")
  @Nullable String asOf;
}

package org.ecosec.trade.anomaly;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which months; what is absent does not narrow. */
public class AnomalyFilter {

  @QueryParam("reporter")
  @Parameter(description = "Alpha-3 code", example = "CHN")
  @Nullable String reporter;

  @QueryParam("partner")
  @Parameter(description = "Alpha-3 code, or ALL for all partners together", example = "JPN")
  @Nullable String partner;

  @QueryParam("flow")
  @Nullable String flow;

  @QueryParam("classification")
  @Nullable String classification;

  @QueryParam("product")
  @Parameter(description = "A code, leading zeros kept", example = "250410")
  @Nullable String product;

  @QueryParam("sector")
  @Parameter(description = "A sector of /trade/v1/sectors", example = "critical-minerals")
  @Nullable String sector;

  @QueryParam("metric")
  @Parameter(description = "VALUE, WEIGHT or UNIT_VALUE")
  @Nullable String metric;

  @QueryParam("tier")
  @Parameter(description = "WATCH or ALERT; absent: both. NONE: the months that follow a flag")
  @Nullable String tier;

  @QueryParam("direction")
  @Parameter(description = "DROP or RISE")
  @Nullable String direction;

  @QueryParam("period")
  @Parameter(description = "A month", example = "2023-12")
  @Nullable String period;

  @QueryParam("from")
  @Nullable String from;

  @QueryParam("to")
  @Nullable String to;

  @QueryParam("source")
  @Nullable String source;

  @QueryParam("newest")
  @DefaultValue("false")
  @Parameter(description = "Only the last month of each series")
  boolean newest;

  @QueryParam("asOf")
  @Parameter(
      description = "RFC 3339 instant: what was known then",
      example = "2026-01-31T12:00:00Z")
  @Nullable String asOf;
}

package org.ecosec.trade.sdmx;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of a data query, besides {@code c[COMPONENT]=…}, which have free names. */
public class DataParameters {

  @QueryParam("asOf")
  @Parameter(description = "RFC 3339 instant: what was known then")
  @Nullable String asOf;

  @QueryParam("updatedAfter")
  @Parameter(description = "RFC 3339 instant: only what was added, revised or deleted since")
  @Nullable String updatedAfter;

  @QueryParam("firstNObservations")
  @Nullable String first;

  @QueryParam("lastNObservations")
  @Nullable String last;

  @QueryParam("offset")
  @Parameter(description = "Observations to pass over, in the order of key and time")
  @Nullable String offset;

  @QueryParam("limit")
  @Nullable String limit;

  @QueryParam("dimensionAtObservation")
  @Parameter(description = "TIME_PERIOD, the default, or AllDimensions")
  @Nullable String dimensionAtObservation;

  @QueryParam("attributes")
  @Parameter(description = "dsd, all, obs, none or ids")
  @Nullable String attributes;

  @QueryParam("measures")
  @Parameter(description = "all, none or ids")
  @Nullable String measures;

  @QueryParam("includeHistory")
  @Nullable String includeHistory;

  @QueryParam("sort")
  @Nullable String sort;

  @QueryParam("reportingYearStartDay")
  @Nullable String reportingYearStartDay;

  @QueryParam("startPeriod")
  @Parameter(description = "As in SDMX REST 1: c[TIME_PERIOD]=ge:…", deprecated = true)
  @Nullable String startPeriod;

  @QueryParam("endPeriod")
  @Parameter(description = "As in SDMX REST 1: c[TIME_PERIOD]=le:…", deprecated = true)
  @Nullable String endPeriod;

  @QueryParam("detail")
  @Parameter(description = "As in SDMX REST 1: full or serieskeysonly", deprecated = true)
  @Nullable String detail;

  @QueryParam("format")
  @Parameter(description = "Instead of Accept: jsondata, csvdata or sdmx-2.1")
  @Nullable String format;
}

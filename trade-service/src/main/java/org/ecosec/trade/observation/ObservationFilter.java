package org.ecosec.trade.observation;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.reference.TradePeriod;
import org.jspecify.annotations.Nullable;

/** Which observations; what is absent does not narrow. */
public class ObservationFilter {

  private static final List<String> FREQUENCIES =
      List.of(TradePeriod.ANNUAL, TradePeriod.MONTHLY, TradePeriod.PART_YEAR);

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
  @Parameter(description = "HS, or another one such as JP-PC or IN-HS8", example = "HS")
  @Nullable String classification;

  @QueryParam("edition")
  @Parameter(description = "Year of HS", example = "2022")
  @Nullable String edition;

  @QueryParam("product")
  @Parameter(description = "A code, leading zeros kept", example = "260400")
  @Nullable String product;

  @QueryParam("freq")
  @Parameter(description = "A: whole years, M: months, P: parts of a year")
  @Nullable String freq;

  @QueryParam("period")
  @Parameter(
      description = "One period: 2024, 2024-03, FY2024 (from April), or the part 2026-01/2026-03")
  @Nullable String period;

  @QueryParam("from")
  @Parameter(description = "First period; financial years by FY2024 only, others without")
  @Nullable String from;

  @QueryParam("to")
  @Parameter(description = "Last period, included: to=2024 has every month of it")
  @Nullable String to;

  @QueryParam("source")
  @Nullable String source;

  @QueryParam("asOf")
  @Parameter(
      description = "RFC 3339 instant: what was known then",
      example = "2026-01-31T12:00:00Z")
  @Nullable String asOf;

  @QueryParam("updatedAfter")
  @Parameter(
      description =
          "RFC 3339 instant: only what changed since, with change = ADDED, REVISED or DELETED",
      example = "2026-01-31T12:00:00Z")
  @Nullable String updatedAfter;

  /** Refuses what can match nothing. */
  void check() {
    if (flow != null
        && Arrays.stream(Flow.values()).noneMatch(known -> known.name().equals(flow))) {
      throw Problem.badRequest("bad-flow", "flow is IMPORT, EXPORT, RE_IMPORT or RE_EXPORT.")
          .at("query:flow", "is not a flow");
    }
    if (freq != null && !FREQUENCIES.contains(freq)) {
      throw Problem.badRequest("bad-freq", "freq is A, M or P.").at("query:freq", "is unknown");
    }
    checkPeriod("period", period);
    checkPeriod("from", from);
    checkPeriod("to", to);
  }

  /** The first calendar year that can match, for the partitions of the others need no look. */
  int firstYear() {
    return year(period == null ? from : period, 0);
  }

  int lastYear() {
    return year(period == null ? to : period, Short.MAX_VALUE);
  }

  private static int year(@Nullable String text, int unbounded) {
    return text == null ? unbounded : TradePeriod.year(text);
  }

  private static void checkPeriod(String name, @Nullable String text) {
    try {
      if (text != null) {
        TradePeriod.of(text);
      }
    } catch (IllegalArgumentException notAPeriod) {
      throw Problem.badRequest(
              "bad-period", name + " is a year 2024, a month 2024-03 or a financial year FY2024.")
          .at("query:" + name, "is not a period");
    }
  }
}

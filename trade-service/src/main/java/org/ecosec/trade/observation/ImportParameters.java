package org.ecosec.trade.observation;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What the sender of a file says of it. */
public class ImportParameters {

  @QueryParam("format")
  @DefaultValue("")
  @Parameter(description = "comtrade, baci, sdmx-csv or mapped", example = "comtrade")
  String format = "";

  @QueryParam("profile")
  @Parameter(description = "Source profile of a mapped file")
  @Nullable String profile;

  @QueryParam("source")
  @Parameter(description = "Source id, by default the format's own")
  @Nullable String source;

  @QueryParam("mode")
  @Parameter(
      description =
          "partial (the default): what the file lacks stays. complete: rows that it lacks are"
              + " withdrawn from the slices that it reports",
      example = "partial")
  @Nullable String mode;

  @QueryParam("edition")
  @Parameter(description = "Year of HS, for a baci or sdmx-csv file that does not say it")
  @Nullable String edition;

  @QueryParam("through")
  @Parameter(
      description =
          "Last month that the file covers: a year that goes on after it is labelled a part-year",
      example = "2026-03")
  @Nullable String through;

  @QueryParam("baseline")
  @Parameter(description = "false: tell subscribers even of the first load of a source")
  @Nullable String baseline;

  @QueryParam("backfill")
  @Parameter(description = "true: recompute, and never notify anybody")
  @Nullable String backfill;

  ImportRequest request(ImportRequest.@Nullable Repeat repeat) {
    if (source != null && !source.matches(ProfileRules.ID)) {
      throw Problem.badRequest(
              "bad-source", "A source id has lower-case letters, digits and dashes.")
          .at("query:source", "is not a source id");
    }
    var layout = new ImportRequest.Layout(format, profile, edition, through());
    return new ImportRequest(
        layout,
        source,
        mode(),
        baseline == null ? null : flag("baseline", baseline),
        backfill != null && flag("backfill", backfill),
        repeat);
  }

  private ImportMode mode() {
    if (mode == null) {
      return ImportMode.PARTIAL;
    }
    return switch (mode.toLowerCase(Locale.ROOT)) {
      case "partial" -> ImportMode.PARTIAL;
      case "complete" -> ImportMode.COMPLETE;
      default ->
          throw Problem.badRequest("bad-mode", "mode is partial or complete.")
              .at("query:mode", "is not a mode");
    };
  }

  private @Nullable YearMonth through() {
    try {
      return through == null ? null : YearMonth.parse(through);
    } catch (DateTimeException notAMonth) {
      throw Problem.badRequest("bad-through", "through is a month that is over, such as 2026-03.")
          .at("query:through", "is not a month");
    }
  }

  private static boolean flag(String name, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw Problem.badRequest("bad-" + name, name + " is true or false.")
              .at("query:" + name, "is neither true nor false");
    };
  }
}

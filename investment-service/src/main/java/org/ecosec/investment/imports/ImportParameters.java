package org.ecosec.investment.imports;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.ecosec.investment.form.Choice;
import org.ecosec.investment.form.Day;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** The query parameters of an import. */
public class ImportParameters {

  private static final int MAX_KEY = 200;

  @QueryParam("kind")
  @Parameter(
      description = "Rows of a csv: pledges, projects, milestones, transactions, exchange-rates")
  @Nullable String kind;

  @QueryParam("profile")
  @Parameter(description = "How a mapped file is read", example = "world-bank-projects")
  @Nullable String profile;

  @QueryParam("listedOn")
  @Parameter(
      description = "The day that a mapped list was published: its dates are reported on that day",
      example = "2024-08-29")
  @Nullable String listedOn;

  @QueryParam("rateSet")
  @Parameter(description = "The set that exchange rates belong to; fed-h10 if absent")
  @Nullable String rateSet;

  @QueryParam("handling")
  @Parameter(
      description = "Level of what is new, unless a row gives its own; PUBLIC if absent",
      schema = @Schema(implementation = HandlingLevel.class))
  @Nullable String handling;

  @QueryParam("financierScope")
  @Parameter(
      description = "Whose money it is where an IATI file does not say",
      schema = @Schema(implementation = FinancierScope.class))
  @Nullable String financierScope;

  @QueryParam("backfill")
  @Parameter(description = "History: nobody is notified")
  boolean backfill;

  ImportRequest request(@Nullable String format, ImportRequest.Sender sender, LocalDate today) {
    var key = sender.key();
    if (key != null && (key.isBlank() || key.length() > MAX_KEY)) {
      throw Problem.badRequest("bad-idempotency-key", "Idempotency-Key takes 1 to 200 characters.");
    }
    var set = rateSet == null ? "fed-h10" : rateSet;
    new Fields("bad-rate-set", "rateSet names the set in a slug, such as fed-h10.")
        .slug("query:rateSet", set)
        .refuse();
    var level = Choice.of(HandlingLevel.class, "handling", handling);
    return new ImportRequest(
        format(format),
        kind,
        profile,
        Day.past("listedOn", listedOn, today),
        set,
        level == null ? HandlingLevel.PUBLIC : level,
        Choice.of(FinancierScope.class, "financierScope", financierScope),
        backfill,
        sender);
  }

  private static ImportRequest.Format format(@Nullable String name) {
    for (ImportRequest.Format format : ImportRequest.Format.values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
        return format;
      }
    }
    throw Problem.badRequest("unknown-format", "format is iati, csv or mapped.")
        .at("query:format", "is not a format");
  }
}

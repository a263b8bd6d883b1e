package org.ecosec.alerts.rule;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.platform.problem.Problem;

/** A rule as it is written: what it looks at, when it raises and resolves, and what it says. */
@Schema(
    description =
        "Conditions are CEL over the facts of the kind; see the shipped rules for examples.")
public record RuleDraft(
    @Schema(description = "Slug, for ever", examples = "concentration") String id,
    SignalKind kind,
    boolean enabled,
    @Schema(description = "Which signals it looks at", examples = "classification == 'HS'")
        String where,
    @Schema(examples = "above(hhiLower, 0.40)") String raiseWhen,
    @Schema(examples = "below(hhiUpper, 0.35)") String resolveWhen,
    @Schema(description = "The first step that fits decides") List<SeverityStep> severities,
    @Schema(examples = "{importer} depends on {topPartner}") String title,
    String text) {

  /** A severity and when it applies. */
  public record SeverityStep(String when, Severity severity) {}

  private static final int MAX_TEXT = 1_000;
  private static final int MAX_STEPS = 10;

  public RuleDraft {
    given("id", id != null && id.matches("[a-z0-9][a-z0-9-]{0,62}"), "is not a slug");
    given("kind", kind != null, "is missing");
    given("where", where != null && !where.isBlank(), "is missing; true looks at everything");
    given("raiseWhen", raiseWhen != null && !raiseWhen.isBlank(), "is missing");
    given("resolveWhen", resolveWhen != null && !resolveWhen.isBlank(), "is missing");
    given(
        "severities",
        severities != null && !severities.isEmpty() && severities.size() <= MAX_STEPS,
        "takes 1 to " + MAX_STEPS + " steps");
    given("title", fits(title), "takes 1 to " + MAX_TEXT + " characters");
    given("text", fits(text), "takes 1 to " + MAX_TEXT + " characters");
    severities = List.copyOf(severities);
  }

  private static boolean fits(String text) {
    return text != null && !text.isBlank() && text.length() <= MAX_TEXT;
  }

  private static void given(String field, boolean right, String wrong) {
    if (!right) {
      throw Problem.unprocessable("bad-rule", "Correct the fields that are pointed at.")
          .at("/" + field, wrong);
    }
  }
}

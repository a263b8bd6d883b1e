package org.ecosec.alerts.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

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
    @Schema(
            description =
                "The first step that fits decides; without steps, or if none fits, the score does",
            required = false)
        List<SeverityStep> severities,
    @Schema(examples = "{importer} depends on {topPartner}") String title,
    String text,
    @Schema(description = "Periods in a row that raiseWhen must hold, 1 if absent", examples = "1")
        @Nullable Integer raiseAfter,
    @Schema(
            description = "Periods in a row that resolveWhen must hold, 1 if absent",
            examples = "2")
        @Nullable Integer resolveAfter,
    @Schema(
            description =
                "How long after an alert has resolved none is raised unless it is 1.25 times as bad"
                    + " (ISO 8601)",
            examples = "P30D")
        @Nullable String cooldown,
    @Schema(
            description =
                "How long it may go without a figure that it can decide on (ISO 8601); as is usual"
                    + " for its kind if absent",
            examples = "P62D")
        @Nullable String expectedEvery,
    @Schema(description = "The words in other languages, by ja and hi", required = false)
        Map<String, Words> translations,
    @Schema(
            description = "Whether its changes are published by a second steward; not if absent",
            required = false)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Boolean secondSteward,
    @Schema(
            description = "Whether its alerts are an exercise and no real event; not if absent",
            required = false)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Boolean exercise) {

  /** A severity and when it applies. */
  public record SeverityStep(String when, Severity severity) {}

  private static final int MAX_TEXT = 1_000;
  private static final int MAX_STEPS = 10;
  private static final int MAX_PERIODS = 24;
  private static final Duration LONGEST = Duration.ofDays(3_650);
  private static final Set<String> LANGUAGES = Set.of("ja", "hi");

  public RuleDraft {
    severities = severities == null ? List.of() : List.copyOf(severities);
    translations = translations == null ? Map.of() : new TreeMap<>(translations);
    given("id", id != null && id.matches("[a-z0-9][a-z0-9-]{0,62}"), "is not a slug");
    given("kind", kind != null, "is missing");
    given("where", where != null && !where.isBlank(), "is missing; true looks at everything");
    given("raiseWhen", raiseWhen != null && !raiseWhen.isBlank(), "is missing");
    given("resolveWhen", resolveWhen != null && !resolveWhen.isBlank(), "is missing");
    given("severities", severities.size() <= MAX_STEPS, "takes up to " + MAX_STEPS + " steps");
    given("title", fits(title), "takes 1 to " + MAX_TEXT + " characters");
    given("text", fits(text), "takes 1 to " + MAX_TEXT + " characters");
    periods("raiseAfter", kind, raiseAfter);
    periods("resolveAfter", kind, resolveAfter);
    duration("cooldown", cooldown);
    duration("expectedEvery", expectedEvery);
    translations.forEach(
        (language, words) -> {
          given("translations", LANGUAGES.contains(language), "takes the languages ja and hi");
          given(
              "translations/" + language,
              words != null && fits(words.title()) && fits(words.text()),
              "takes a title and a text of 1 to " + MAX_TEXT + " characters");
        });
  }

  /** Whether what it raises is an exercise. */
  @JsonIgnore
  public boolean isForExercise() {
    return Boolean.TRUE.equals(exercise);
  }

  boolean asksForSecondSteward() {
    return Boolean.TRUE.equals(secondSteward);
  }

  int periodsToRaise() {
    return raiseAfter == null ? 1 : raiseAfter;
  }

  int periodsToResolve() {
    return resolveAfter == null ? 1 : resolveAfter;
  }

  Duration quietAfterwards() {
    return cooldown == null ? Duration.ZERO : Duration.parse(cooldown);
  }

  /** After how long without a figure to decide on the rule is without data. */
  @JsonIgnore
  public Duration dataExpectedWithin() {
    return expectedEvery == null ? kind.expectedEvery() : Duration.parse(expectedEvery);
  }

  private static void periods(String field, SignalKind kind, @Nullable Integer periods) {
    given(
        field,
        periods == null || (periods >= 1 && periods <= MAX_PERIODS),
        "takes 1 to " + MAX_PERIODS + " periods");
    given(
        field,
        periods == null || periods == 1 || kind.hasPeriods(),
        "takes 1 for " + kind + ", whose signals are no periods of series");
  }

  private static void duration(String field, @Nullable String text) {
    if (text == null) {
      return;
    }
    try {
      var duration = Duration.parse(text);
      given(
          field,
          !duration.isNegative() && duration.compareTo(LONGEST) <= 0,
          "lasts at most " + LONGEST.toDays() + " days");
    } catch (DateTimeException wrong) {
      given(field, false, "is not a duration such as P30D or PT12H");
    }
  }

  private static boolean fits(@Nullable String text) {
    return text != null && !text.isBlank() && text.length() <= MAX_TEXT;
  }

  private static void given(String field, boolean right, String wrong) {
    if (!right) {
      throw Problem.unprocessable("bad-rule", "Correct the fields that are pointed at.")
          .at("/" + field, wrong);
    }
  }
}

package org.ecosec.alerts.subscription;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.rule.Severity;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber wants to be told of; an absent or empty part lets everything pass. It is held
 * against alerts in SQL, for all subscribers at once.
 */
@Schema(description = "Each part narrows; an absent or empty one lets everything pass.")
public record SubscriptionFilter(
    @Schema(description = "At least this severity") @Nullable Severity severity,
    @Schema(examples = "[\"critical-minerals\"]") List<String> sectors,
    @Schema(description = "Beginnings of product codes", examples = "[\"2504\"]")
        List<String> products,
    @Schema(
            description =
                "Economies, ISO 3166 alpha-3, in whatever part: importer, supplier, reporter, hub,"
                    + " imposer or target of a measure, party or place of a project",
            examples = "[\"JPN\"]")
        List<String> economies,
    @Schema(description = "Economies as importers only", examples = "[\"JPN\"]")
        List<String> importers,
    List<SignalKind> kinds) {

  private static final int MAX_PARTS = 500;

  public SubscriptionFilter {
    sectors = bounded("sectors", sectors, "[a-z0-9-]{1,64}");
    products = bounded("products", products, "[A-Za-z0-9.-]{1,20}");
    economies = bounded("economies", economies, "[A-Z][A-Z0-9]{2}");
    importers = bounded("importers", importers, "[A-Z][A-Z0-9]{2}");
    kinds = kinds == null ? List.of() : List.copyOf(kinds);
  }

  static SubscriptionFilter everything() {
    return new SubscriptionFilter(null, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  int leastSeverity() {
    return severity == null ? 0 : rank(severity);
  }

  /** From 0 for INFO, as the column holds it. */
  public static int rank(Severity severity) {
    return List.of(Severity.values()).indexOf(severity);
  }

  List<String> kindNames() {
    return kinds.stream().map(Enum::name).toList();
  }

  private static List<String> bounded(String field, @Nullable List<String> values, String pattern) {
    if (values == null) {
      return List.of();
    }
    if (values.size() > MAX_PARTS
        || !values.stream().allMatch(value -> value != null && value.matches(pattern))) {
      throw Problem.unprocessable("bad-filter", "Correct the part of the filter pointed at.")
          .at("/filter/" + field, "takes up to " + MAX_PARTS + " texts of the form " + pattern);
    }
    return List.copyOf(values);
  }
}

package org.ecosec.alerts.silence;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Which alerts a silence is about; an absent or empty part is about all. */
@Schema(description = "Each part narrows; at least one must be given, so that nobody silences all.")
public record SilenceScope(
    @Schema(required = false, examples = "[\"concentration\"]") List<String> rules,
    @Schema(required = false) List<SignalKind> kinds,
    @Schema(
            required = false,
            description = "Fingerprints of alerts",
            examples = "[\"concentration|JPN|HS|2504\"]")
        List<String> fingerprints,
    @Schema(required = false, description = "Importers, ISO 3166 alpha-3", examples = "[\"JPN\"]")
        List<String> importers,
    @Schema(required = false, description = "Beginnings of product codes", examples = "[\"2504\"]")
        List<String> products,
    @Schema(required = false) List<String> measures) {

  private static final int MAX_PARTS = 100;

  public SilenceScope {
    rules = bounded("rules", rules, "[a-z0-9][a-z0-9-]{0,62}");
    kinds = kinds == null ? List.of() : List.copyOf(kinds);
    fingerprints = bounded("fingerprints", fingerprints, "\\P{Cntrl}{1,300}");
    importers = bounded("importers", importers, "[A-Z][A-Z0-9]{2}");
    products = bounded("products", products, "[A-Za-z0-9.-]{1,20}");
    measures = bounded("measures", measures, "[a-z0-9][a-z0-9-]{0,126}");
    if (Stream.of(rules, kinds, fingerprints, importers, products, measures)
        .allMatch(List::isEmpty)) {
      throw Problem.unprocessable("bad-silence", "Say which alerts are to be silent.")
          .at("/scope", "is empty, which would silence everything");
    }
  }

  boolean covers(Silences.Concern concern) {
    return (rules.isEmpty() || rules.contains(concern.ruleId()))
        && (kinds.isEmpty() || kinds.contains(concern.kind()))
        && (fingerprints.isEmpty() || fingerprints.contains(concern.fingerprint()))
        && (importers.isEmpty() || names(importers, concern.importer()))
        && (measures.isEmpty() || names(measures, concern.measureId()))
        && (products.isEmpty()
            || concern.products().stream()
                .anyMatch(product -> products.stream().anyMatch(product::startsWith)));
  }

  private static boolean names(List<String> part, @Nullable String value) {
    return value != null && part.contains(value);
  }

  private static List<String> bounded(String field, @Nullable List<String> values, String pattern) {
    if (values == null) {
      return List.of();
    }
    if (values.size() > MAX_PARTS
        || !values.stream().allMatch(value -> value != null && value.matches(pattern))) {
      throw Problem.unprocessable("bad-silence", "Correct the part of the scope pointed at.")
          .at("/scope/" + field, "takes up to " + MAX_PARTS + " texts of the form " + pattern);
    }
    return List.copyOf(values);
  }
}

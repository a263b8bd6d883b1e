package org.ecosec.trade.measure;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.trade.measure.Measure.Targets;
import org.ecosec.trade.measure.MeasureImport.Entry;

/**
 * Notices of the US Federal Register as candidates: what a notice covers and whom it hits is for a
 * steward to read, so a candidate names no codes and nobody is told of it.
 */
final class FederalRegister {

  private static final Set<String> COLUMNS =
      Set.of("published", "document_number", "title", "summary", "url");
  private static final int MAX_TITLE = 500;

  private FederalRegister() {}

  static List<Entry> candidates(String body) {
    return MeasureFiles.records(body, COLUMNS).stream()
        .<Entry>map(
            row ->
                () ->
                    candidate(
                        row.getField("document_number"),
                        row.getField("published"),
                        row.getField("title"),
                        row.getField("summary"),
                        row.getField("url")))
        .toList();
  }

  private static Measure candidate(
      String number, String published, String title, String summary, String url) {
    return new Measure(
        "fr-" + number.toLowerCase(Locale.ROOT),
        title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title,
        "USA",
        new Targets(Targets.Kind.ALL, List.of()),
        kind(title + " " + summary),
        Measure.Status.CANDIDATE,
        true,
        false,
        MeasureFiles.date(published),
        null,
        null,
        List.of(),
        "US Federal Register, " + number + ", " + url,
        summary.isBlank() ? null : summary,
        HandlingLevel.PUBLIC,
        null);
  }

  // A first sorting by the words of the notice; the steward who confirms it corrects it.
  private static MeasureKind kind(String text) {
    var words = text.toLowerCase(Locale.ROOT);
    if (words.contains("entity list") || words.contains("export administration regulations")) {
      return words.contains("remov") && !words.contains("add")
          ? MeasureKind.RELAXATION
          : MeasureKind.EXPORT_LICENCE;
    }
    return words.contains("tariff") || words.contains("section 232") || words.contains("duties")
        ? MeasureKind.IMPORT_TARIFF
        : MeasureKind.GUIDANCE;
  }
}

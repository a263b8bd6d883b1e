package org.ecosec.alerts.feed;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.rule.Severity;
import org.jspecify.annotations.Nullable;

/** What a desk opens in the morning: at most ten things that changed, the weightiest first. */
public record Briefing(
    Instant since,
    Instant until,
    @Schema(examples = {"nothing changed", "3 things changed"}) String summary,
    List<Item> items,
    @Schema(description = "How many more changed than are shown") int more) {

  /** What sort of change it is. */
  public enum ItemKind {
    NEW_MEASURE,
    CHANGED_VERDICT,
    SLIP,
    REVISION,
    RESOLVED
  }

  /** One change, with the read that says all. */
  public record Item(
      ItemKind kind,
      @Nullable Severity severity,
      String title,
      String text,
      Instant at,
      boolean exercise,
      String link) {}

  static Briefing of(Instant since, Instant until, List<Item> found, int most) {
    var shown = found.subList(0, Math.min(most, found.size()));
    var summary =
        switch (found.size()) {
          case 0 -> "nothing changed";
          case 1 -> "1 thing changed";
          default -> found.size() + " things changed";
        };
    return new Briefing(since, until, summary, shown, found.size() - shown.size());
  }
}

package org.ecosec.alerts.alert;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.rule.Severity;
import org.jspecify.annotations.Nullable;

/** What a rule would have done, had it been in force; nothing was changed and nobody told. */
public record DryRunView(
    @Schema(examples = "It would have raised 14 alerts, of which 9 would be open.") String summary,
    int signals,
    @Schema(description = "True if there were more signals than a dry run takes: the newest count")
        boolean truncated,
    int raised,
    int open,
    @Schema(description = "How often each decision was taken, and why", examples = "{}")
        Map<String, Integer> decisions,
    @Schema(description = "The first 100 of them, in the order of their periods")
        List<WouldRaise> alerts) {

  /** An alert that would have been. */
  public record WouldRaise(
      String fingerprint,
      @Nullable String period,
      Severity severity,
      int score,
      String title,
      String text,
      @Schema(description = "What would have become of it", examples = "RESOLVED") AlertState state,
      @Schema(description = "The period that ended it") @Nullable String endedIn) {}
}

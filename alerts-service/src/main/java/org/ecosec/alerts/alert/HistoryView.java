package org.ecosec.alerts.alert;

import java.time.Instant;
import org.ecosec.alerts.rule.Severity;
import org.jspecify.annotations.Nullable;

/** One thing that happened to an alert. */
public record HistoryView(
    long sequence,
    AlertChange change,
    Reason reason,
    AlertState state,
    Severity severity,
    @Nullable String period,
    String title,
    String text,
    Instant at) {

  static HistoryView of(AlertNews news, Reason reason) {
    return new HistoryView(
        news.sequence(),
        news.change(),
        reason,
        news.state(),
        news.severity(),
        news.period(),
        news.title(),
        news.text(),
        news.at());
  }
}

package org.ecosec.alerts.signal;

import org.jspecify.annotations.Nullable;

/** What is read of {@code trade.sources.v1}. */
record SourceNews(
    String source, String title, @Nullable String dataThrough, @Nullable String cadence) {

  SourceNews {
    Required.of("source", source);
    Required.of("title", title);
  }
}

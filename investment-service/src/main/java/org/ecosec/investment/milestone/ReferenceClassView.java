package org.ecosec.investment.milestone;

import java.math.BigDecimal;
import org.ecosec.platform.security.HandlingLevel;

/** What is published about the durations of comparable works. */
public record ReferenceClassView(
    String id,
    String title,
    BigDecimal p50DurationRatio,
    BigDecimal p80DurationRatio,
    int sampleSize,
    HandlingLevel handling,
    String source,
    long revision) {

  static ReferenceClassView of(ReferenceClass known) {
    return new ReferenceClassView(
        known.id(),
        known.title,
        known.p50DurationRatio,
        known.p80DurationRatio,
        known.sampleSize,
        known.handling,
        known.source,
        known.fromRevision());
  }
}

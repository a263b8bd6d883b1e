package org.ecosec.alerts.signal;

import java.util.List;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** What is read of {@code trade.measures.v1}; dates carry their precision. */
public record MeasureNews(
    String measureId,
    String title,
    String imposer,
    Targets targets,
    String kind,
    String status,
    boolean official,
    boolean contested,
    @Nullable ImpreciseDate announced,
    @Nullable ImpreciseDate effective,
    @Nullable ImpreciseDate lifted,
    List<Code> codes,
    String source,
    HandlingLevel handling,
    String change,
    long revision,
    boolean backfill) {

  /** Whom it aims at: ALL, ONLY the economies or ALL_BUT them. */
  public record Targets(String kind, List<String> economies) {}

  /** A day that is known to the DAY, MONTH or YEAR. */
  public record ImpreciseDate(String on, String precision) {}

  /** A product of the measure; PARTIAL if the measure covers only a part of the code. */
  public record Code(
      String classification, @Nullable String edition, String code, String coverage) {}

  public MeasureNews {
    Required.of("measureId", measureId);
    Required.of("title", title);
    Required.of("codes", codes);
    Required.of("handling", handling);
    Required.of("change", change);
  }

  boolean inForce() {
    return !change.equals("LIFTED");
  }
}

package org.ecosec.trade.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** The payloads of {@code trade.measures.v1} and {@code trade.exposures.v1}. */
final class MeasureEvents {

  private MeasureEvents() {}

  /** What became of the register's entry. */
  enum Change {
    ANNOUNCED,
    CHANGED,
    LIFTED
  }

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record MeasureChanged(
      String measureId,
      String title,
      String imposer,
      Measure.Targets targets,
      MeasureKind kind,
      Measure.@Nullable Status status,
      boolean official,
      boolean contested,
      @Nullable ImpreciseDate announced,
      @Nullable ImpreciseDate effective,
      @Nullable ImpreciseDate lifted,
      List<Measure.Code> codes,
      String source,
      HandlingLevel handling,
      Change change,
      @Nullable String relaxes,
      long revision,
      boolean backfill) {}

  record ExposureChanged(@JsonUnwrapped Exposure exposure, long revision, boolean backfill) {}

  static OutboxEvent of(Measure measure, Change change, long revision, boolean backfill) {
    return new OutboxEvent(
        "trade.measures.v1",
        measure.id(),
        new MeasureChanged(
            measure.id(),
            measure.title(),
            measure.imposer(),
            measure.targets(),
            measure.kind(),
            measure.status(),
            measure.official(),
            measure.contested(),
            measure.announced(),
            measure.effective(),
            measure.lifted(),
            measure.codes(),
            measure.source(),
            measure.handling(),
            change,
            measure.relaxes(),
            revision,
            backfill));
  }

  static OutboxEvent of(Exposure exposure, long revision, boolean backfill) {
    return new OutboxEvent(
        "trade.exposures.v1",
        exposure.measureId() + "|" + exposure.importer(),
        new ExposureChanged(exposure, revision, backfill));
  }
}

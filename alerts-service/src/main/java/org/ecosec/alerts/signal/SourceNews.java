package org.ecosec.alerts.signal;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * What is read of {@code trade.sources.v1}. A source without cadence is archived: it owes nothing.
 * Where the producer does not say when the next load is due, that is one period after the last.
 */
record SourceNews(
    String source,
    String title,
    @Nullable String publisher,
    @Nullable String dataThrough,
    @Nullable String cadence,
    @Nullable OffsetDateTime loadedAt,
    @JsonAlias({"nextDue", "dueOn"}) @Nullable LocalDate nextDueOn,
    long revision,
    boolean backfill)
    implements StateNews {

  private static final double YEAR = 365;

  SourceNews {
    Required.of("source", source);
    Required.of("title", title);
  }

  @Override
  public HandlingLevel handling() {
    return HandlingLevel.PUBLIC;
  }

  @Override
  public Signal signal(News news, LocalDate today) {
    var late = Days.since(dueOn(), today);
    return new Signal(
        SignalKind.SOURCE,
        Subject.ofThing(source),
        Facts.of(SignalKind.SOURCE)
            .text("source", source)
            .text("title", title)
            .text("publisher", publisher == null ? source : publisher)
            .text("cadence", cadence == null ? "NONE" : cadence)
            .text("dataThrough", dataThrough)
            .text("dueOn", Days.text(dueOn()))
            .count("daysLate", late)
            .build(),
        new Figures().with("dataThrough", dataThrough).with("dueOn", Days.text(dueOn())).all(),
        Novelty.withoutPeriods(backfill),
        List.of(),
        List.of(),
        null,
        false,
        new Weight(
            null,
            late == null ? null : Double.valueOf(late / YEAR),
            0.5,
            1,
            late == null ? null : BigDecimal.valueOf(late)),
        HandlingLevel.PUBLIC,
        Economies.NONE,
        news.origin(revision, "/trade/v1/sources?source=" + source));
  }

  private @Nullable LocalDate dueOn() {
    if (cadence == null) {
      return null;
    }
    if (nextDueOn != null || loadedAt == null) {
      return nextDueOn;
    }
    var period =
        switch (cadence) {
          case "WEEKLY" -> Period.ofWeeks(1);
          case "MONTHLY" -> Period.ofMonths(1);
          case "QUARTERLY" -> Period.ofMonths(3);
          default -> Period.ofYears(1);
        };
    return loadedAt.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate().plus(period);
  }
}

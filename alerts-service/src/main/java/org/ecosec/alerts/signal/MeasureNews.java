package org.ecosec.alerts.signal;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
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
    boolean backfill)
    implements StateNews {

  /** Whom it aims at: ALL, ONLY the economies or ALL_BUT them. */
  public record Targets(String kind, List<String> economies) {}

  /** A day that is known to the DAY, MONTH or YEAR. */
  public record ImpreciseDate(String on, String precision) {

    /** The day, if it is known; a month or a year starts no count. */
    @Nullable LocalDate day() {
      return precision.equals("DAY") ? LocalDate.parse(on) : null;
    }
  }

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

  @Override
  public Signal signal(News news, LocalDate today) {
    return new Signal(
        SignalKind.MEASURE,
        Subject.ofMeasure(measureId),
        facts(today),
        new Figures()
            .with("status", status)
            .with("kind", kind)
            .with("announced", text(announced))
            .with("effective", text(effective))
            .with("lifted", text(lifted))
            .with("inForce", inForce())
            .all(),
        Novelty.withoutPeriods(backfill),
        codes.stream().map(Code::code).distinct().sorted().toList(),
        List.of(),
        null,
        codes.stream().noneMatch(code -> code.coverage().equals("FULL")),
        new Weight(null, 0.5, 1, contested || !official ? 0.5 : 1, null),
        handling,
        economies(),
        news.origin(revision, "/trade/v1/measures/" + measureId));
  }

  private Economies economies() {
    var imposing = Economies.of(imposer);
    if (targets == null) {
      return imposing;
    }
    return switch (targets.kind()) {
      case "ONLY" -> imposing.and(targets.economies());
      case "ALL" -> new Economies(imposing.named(), List.of());
      case "ALL_BUT" -> new Economies(imposing.named(), targets.economies());
      default -> imposing;
    };
  }

  private Facts facts(LocalDate today) {
    return Facts.of(SignalKind.MEASURE)
        .text("measureId", measureId)
        .text("title", title)
        .text("imposer", imposer)
        .text("kind", kind)
        .text("status", status)
        .text("change", change)
        .text("announcedOn", text(announced))
        .text("effectiveOn", text(effective))
        .text("liftedOn", text(lifted))
        .text("source", source)
        .text("products", codes.stream().map(Code::code).sorted().collect(joining(", ")))
        .count("daysSinceAnnounced", Days.since(day(announced), today))
        .count("daysToEffective", Days.until(day(effective), today))
        .count("daysSinceLifted", Days.since(day(lifted), today))
        .flag("official", official)
        .flag("contested", contested)
        .flag("inForce", inForce())
        .flag("lifted", !inForce())
        .build();
  }

  private static @Nullable LocalDate day(@Nullable ImpreciseDate date) {
    return date == null ? null : date.day();
  }

  private static @Nullable String text(@Nullable ImpreciseDate date) {
    return date == null ? null : date.on();
  }
}

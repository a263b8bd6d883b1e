package org.ecosec.alerts.signal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** What is read of {@code investment.targets.v1}: a target that is not money, and where it is. */
record TargetNews(
    String targetId,
    String title,
    String unit,
    BigDecimal target,
    @Nullable BigDecimal actual,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    String status,
    @Nullable String reason,
    List<String> economies,
    HandlingLevel handling,
    long revision,
    boolean backfill)
    implements StateNews {

  private static final Set<String> NO_VERDICT = Set.of("NO_SOURCE", "TOO_EARLY", "UNKNOWN_STALE");

  TargetNews {
    Required.of("targetId", targetId);
    Required.of("title", title);
    Required.of("unit", unit);
    Required.of("target", target);
    Required.of("status", status);
    Required.of("handling", handling);
    economies = economies == null ? List.of() : List.copyOf(economies);
  }

  @Override
  public Signal signal(News news, LocalDate today) {
    return new Signal(
        SignalKind.TARGET,
        Subject.ofThing(targetId),
        facts(today),
        new Figures().with("status", status).with("target", target).with("actual", actual).all(),
        Novelty.withoutPeriods(backfill),
        List.of(),
        List.of(),
        NO_VERDICT.contains(status) ? status : null,
        false,
        weight(today),
        handling,
        Economies.named(economies),
        news.origin(revision, "/investment/v1/targets/" + targetId));
  }

  private Facts facts(LocalDate today) {
    return Facts.of(SignalKind.TARGET)
        .text("targetId", targetId)
        .text("title", title)
        .text("unit", unit)
        .text("status", status)
        .text("from", Days.text(from))
        .text("to", Days.text(to))
        .amount("target", target)
        .amount("actual", actual)
        .number("progress", progress())
        .number("plan", plan(today))
        .number("spi", ratio(today))
        .number("elapsed", plan(today))
        .build();
  }

  private Weight weight(LocalDate today) {
    var ratio = ratio(today);
    var progress = progress();
    var plan = plan(today);
    var missing = plan == null || progress == null ? null : plan.subtract(progress);
    return new Weight(
        Weight.part(ratio == null ? null : BigDecimal.ONE.subtract(ratio), 0.5),
        Weight.part(missing, 0.25),
        0.5,
        1,
        missing);
  }

  private @Nullable BigDecimal progress() {
    return actual == null || target.signum() == 0
        ? null
        : actual.divide(target, MathContext.DECIMAL32);
  }

  /** The linear plan, by days. */
  private @Nullable BigDecimal plan(LocalDate today) {
    if (from == null || to == null || !from.isBefore(to)) {
      return null;
    }
    long days =
        Math.clamp(ChronoUnit.DAYS.between(from, today), 0, ChronoUnit.DAYS.between(from, to));
    return BigDecimal.valueOf(days)
        .divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to)), MathContext.DECIMAL32);
  }

  private @Nullable BigDecimal ratio(LocalDate today) {
    var progress = progress();
    var plan = plan(today);
    return progress == null || plan == null || plan.signum() == 0
        ? null
        : progress.divide(plan, MathContext.DECIMAL32);
  }
}

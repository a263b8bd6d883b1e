package org.ecosec.alerts.signal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** What is read of {@code investment.progress.v1}. */
record ProgressNews(
    String pledgeId,
    String title,
    Pledged pledged,
    String scope,
    String on,
    @Nullable BigDecimal committed,
    @Nullable BigDecimal disbursed,
    @Nullable BigDecimal progress,
    @Nullable BigDecimal plan,
    @Nullable BigDecimal spi,
    @Nullable BigDecimal elapsed,
    String status,
    @Nullable String reason,
    List<String> economies,
    HandlingLevel handling,
    long revision,
    boolean backfill)
    implements StateNews {

  record Pledged(BigDecimal amount, String currency) {}

  private static final Set<String> NO_VERDICT =
      Set.of("NO_SOURCE", "TOO_EARLY", "ANNOUNCED", "UNKNOWN_STALE");

  ProgressNews {
    Required.of("pledgeId", pledgeId);
    Required.of("title", title);
    Required.of("pledged", pledged);
    Required.of("status", status);
    Required.of("handling", handling);
    economies = economies == null ? List.of() : List.copyOf(economies);
  }

  @Override
  public Signal signal(News news, LocalDate today) {
    return new Signal(
        SignalKind.PLEDGE_PROGRESS,
        Subject.ofPledge(pledgeId),
        facts(),
        figures(),
        Novelty.withoutPeriods(backfill),
        List.of(),
        List.of(),
        NO_VERDICT.contains(status) ? status : null,
        false,
        weight(),
        handling,
        Economies.named(economies),
        news.origin(revision, "/investment/v1/pledges/%s/progress?on=%s".formatted(pledgeId, on)));
  }

  private Facts facts() {
    return Facts.of(SignalKind.PLEDGE_PROGRESS)
        .text("pledgeId", pledgeId)
        .text("title", title)
        .text("scope", scope)
        .text("status", status)
        .text("currency", pledged.currency())
        .amount("pledged", pledged.amount())
        .amount("committed", committed)
        .amount("disbursed", disbursed)
        .text("on", on)
        .number("progress", progress)
        .number("plan", plan)
        .number("spi", spi)
        .number("elapsed", elapsed)
        .build();
  }

  // The shortfall against the plan of the day, and that against the whole pledge.
  private Weight weight() {
    var behind = spi == null ? null : BigDecimal.ONE.subtract(spi);
    var missing = plan == null || progress == null ? null : plan.subtract(progress);
    return new Weight(Weight.part(behind, 0.5), Weight.part(missing, 0.25), 1, 1, missing);
  }

  // Not the ratios: plan and SPI move with every day and would be told daily.
  private Map<String, Object> figures() {
    var figures = new HashMap<String, Object>();
    figures.put("status", status);
    figures.put("pledged", pledged.amount());
    if (committed != null) {
      figures.put("committed", committed);
    }
    if (disbursed != null) {
      figures.put("disbursed", disbursed);
    }
    return figures;
  }
}

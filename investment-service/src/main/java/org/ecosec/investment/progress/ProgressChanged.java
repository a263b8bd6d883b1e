package org.ecosec.investment.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.ecosec.investment.change.Told;
import org.ecosec.investment.pledge.Party;
import org.ecosec.investment.pledge.Scope;
import org.ecosec.investment.progress.math.ProgressStatus;
import org.ecosec.investment.rate.Money;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * The event {@code investment.progress.v1}: how far a pledge has got, and the economies of its
 * parties.
 */
record ProgressChanged(
    String pledgeId,
    String title,
    Money pledged,
    Scope scope,
    LocalDate from,
    LocalDate to,
    LocalDate countsFrom,
    LocalDate on,
    @Nullable BigDecimal committed,
    @Nullable BigDecimal disbursed,
    @Nullable BigDecimal progress,
    @Nullable BigDecimal plan,
    @Nullable BigDecimal spi,
    @Nullable BigDecimal runRatePerYear,
    @Nullable BigDecimal requiredRunRatePerYear,
    @Nullable LocalDate runRateCompletionOn,
    BigDecimal elapsed,
    ProgressStatus status,
    @Nullable String reason,
    List<String> economies,
    HandlingLevel handling,
    long revision,
    boolean backfill) {

  static final String TOPIC = "investment.progress.v1";

  static final Told.Topic TOLD =
      new Told.Topic(
          TOPIC,
          List.of("on", "economies", "revision", "backfill"),
          List.of(
              "pledged", "committed", "disbursed", "progress", "plan", "spi", "status", "reason"));

  static ProgressChanged of(Standing standing, boolean backfill) {
    var pledge = standing.pledge();
    var figures = standing.figures();
    return new ProgressChanged(
        pledge.id(),
        pledge.title(),
        new Money(pledge.amount(), pledge.currency()),
        pledge.scope(),
        pledge.from(),
        pledge.to(),
        pledge.countsFrom(),
        standing.on(),
        standing.committed(),
        standing.disbursed(),
        figures.progress(),
        figures.plan(),
        figures.spi(),
        Money.rounded(figures.runRatePerYear(), pledge.currency()),
        Money.rounded(figures.requiredRunRatePerYear(), pledge.currency()),
        figures.runRateCompletionOn(),
        figures.elapsed(),
        figures.status(),
        figures.reason(),
        economies(pledge.parties()),
        standing.tally().handling(),
        standing.revision(),
        backfill);
  }

  private static List<String> economies(List<Party> parties) {
    return parties.stream()
        .map(Party::economy)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }
}

package org.ecosec.investment.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.investment.pledge.Pledges;
import org.ecosec.investment.rate.RateTables;
import org.ecosec.platform.revision.Revisions;
import org.jspecify.annotations.Nullable;

/** Works out how a pledge stands from what was known at a revision. */
@ApplicationScoped
class ProgressReading {

  private final Pledges pledges;
  private final Revisions revisions;
  private final Entries entries;
  private final RateTables rates;
  private final ProgressConfig config;

  ProgressReading(
      Pledges pledges,
      Revisions revisions,
      Entries entries,
      RateTables rates,
      ProgressConfig config) {
    this.pledges = pledges;
    this.revisions = revisions;
    this.entries = entries;
    this.rates = rates;
    this.config = config;
  }

  /** Which pledge, by what was known when, on which day, beside which other currency. */
  record Question(String id, @Nullable Instant asOf, LocalDate on, @Nullable String currency) {}

  /** Reads all that an answer is worked out from, and holds no connection when it returns. */
  @Transactional
  Standing of(Question question) {
    long revision = revisions.resolve(question.asOf());
    var pledge = pledges.view(question.id(), revision);
    var other = question.currency() == null ? secondCurrency(pledge) : question.currency();
    return of(pledge, revision, question.on(), other);
  }

  /** {@code other} is a second currency whose rates are wanted too. */
  Standing of(PledgeView pledge, long revision, LocalDate on, @Nullable String other) {
    var behind = entries.behind(pledge, revision, on);
    Set<String> currencies =
        Stream.concat(Stream.of(pledge.currency(), other), behind.stream().map(Entry::currency))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    var since =
        behind.stream()
            .map(entry -> entry.month().atDay(1))
            .reduce(pledge.pledgedOn(), (one, two) -> one.isBefore(two) ? one : two);
    var table = rates.of(config.rateSet(), currencies, since, revision);
    return new Standing(
        pledge, on, revision, Tally.of(behind, pledge, table), table, config.thresholds());
  }

  /** The currency beside the pledged one, where the caller names none. */
  String secondCurrency(PledgeView pledge) {
    return pledge.currency().equals(config.secondCurrency())
        ? config.thirdCurrency()
        : config.secondCurrency();
  }
}

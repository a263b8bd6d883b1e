package org.ecosec.investment.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecosec.investment.change.Remembered;
import org.ecosec.investment.pledge.PledgeRebaselinings;
import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.investment.pledge.Pledges;
import org.ecosec.investment.rate.RateTables;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** Works out how a pledge stands from what was known at a revision. */
@ApplicationScoped
class ProgressReading {

  private static final int MOST_ENTRIES = 100_000;

  private final Pledges pledges;
  private final PledgeRebaselinings rebaselinings;
  private final Revisions revisions;
  private final Entries entries;
  private final RateTables rates;
  private final ProgressConfig config;
  private final Clearance clearance;
  private final Remembered<Behind, Entry> remembered = new Remembered<>(MOST_ENTRIES);

  ProgressReading(
      Pledges pledges,
      PledgeRebaselinings rebaselinings,
      Revisions revisions,
      Entries entries,
      RateTables rates,
      ProgressConfig config,
      Clearance clearance) {
    this.pledges = pledges;
    this.rebaselinings = rebaselinings;
    this.revisions = revisions;
    this.entries = entries;
    this.rates = rates;
    this.config = config;
    this.clearance = clearance;
  }

  /** Which pledge, by what was known when, on which day, beside which other currency. */
  record Question(String id, @Nullable Instant asOf, LocalDate on, @Nullable String currency) {}

  /** Reads all that an answer is worked out from, and holds no connection when it returns. */
  @Transactional
  Standing of(Question question) {
    long revision = revisions.resolve(question.asOf());
    var pledge = pledges.view(question.id(), revision);
    var other = question.currency() == null ? secondCurrency(pledge) : question.currency();
    var behind =
        remembered.of(
            new Behind(pledge.id(), revision, question.on(), clearance.level()),
            () -> entries.behind(pledge, revision, question.on()));
    return standing(pledge, new Point(revision, question.on()), other, behind);
  }

  /**
   * What a revision comes to that may still be written, and so is not remembered. {@code other} is
   * a second currency whose rates are wanted too.
   */
  Standing of(PledgeView pledge, long revision, LocalDate on, @Nullable String other) {
    return standing(pledge, new Point(revision, on), other, entries.behind(pledge, revision, on));
  }

  private record Behind(String pledge, long revision, LocalDate on, HandlingLevel clearance) {}

  private record Point(long revision, LocalDate on) {}

  private Standing standing(
      PledgeView pledge, Point at, @Nullable String other, List<Entry> behind) {
    long revision = at.revision();
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
        pledge,
        at.on(),
        revision,
        Tally.of(behind, pledge, table),
        table,
        config.thresholds(),
        rebaselinings.firstEnd(pledge.id(), revision).orElse(null));
  }

  /** The currency beside the pledged one, where the caller names none. */
  String secondCurrency(PledgeView pledge) {
    return pledge.currency().equals(config.secondCurrency())
        ? config.thirdCurrency()
        : config.secondCurrency();
  }
}

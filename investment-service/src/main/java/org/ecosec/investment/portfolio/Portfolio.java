package org.ecosec.investment.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ecosec.investment.change.Remembered;
import org.ecosec.investment.portfolio.Cuts.Question;
import org.ecosec.investment.portfolio.PortfolioView.Cut;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the portfolio, each worked out once for a revision and a clearance. What was asked of
 * today lately is worked out again when a revision is published, before somebody asks.
 */
@ApplicationScoped
class Portfolio {

  private static final int MOST_CUTS = 100_000;
  private static final int MOST_REPORTS = 50_000;
  private static final int MOST_INTERESTS = 32;
  private static final Duration LATELY = Duration.ofHours(1);

  private final Remembered<Question, Cut> cuts = new Remembered<>(MOST_CUTS);
  private final Remembered<Silence, ProjectReport> silent = new Remembered<>(MOST_REPORTS);
  private final Remembered<Gaps, GapCount> gaps = new Remembered<>(MOST_REPORTS);
  private final Map<Interest, Instant> asked = new ConcurrentHashMap<>();
  private final Cuts source;
  private final Reports reports;
  private final Clearance clearance;
  private final Clock clock;

  Portfolio(Cuts source, Reports reports, Clearance clearance, Clock clock) {
    this.source = source;
    this.reports = reports;
    this.clearance = clearance;
    this.clock = clock;
  }

  /** What is asked, of the day and revision that are the newest when it is answered. */
  private record Interest(
      Facet by, @Nullable String pledge, String currency, String rateSet, HandlingLevel clearance) {

    Question of(long revision, LocalDate today) {
      return new Question(by, pledge, currency, rateSet, revision, today, clearance);
    }
  }

  private record Silence(
      long revision, LocalDate on, LocalDate since, Reports.Slice slice, HandlingLevel clearance) {}

  private record Gaps(long revision, HandlingLevel clearance) {}

  /** The cuts, in the caller's clearance. */
  List<Cut> cuts(Facet by, @Nullable String pledge, Money money, long revision, LocalDate on) {
    var interest = new Interest(by, pledge, money.currency(), money.rateSet(), clearance.level());
    if (on.equals(LocalDate.now(clock)) && asked.size() < MOST_INTERESTS) {
      asked.put(interest, clock.instant());
    }
    return cuts(interest.of(revision, on));
  }

  /** In which currency, at the rates of which set. */
  record Money(String currency, String rateSet) {}

  List<ProjectReport> silent(long revision, LocalDate on, LocalDate since, Reports.Slice slice) {
    return silent.of(
        new Silence(revision, on, since, slice, clearance.level()),
        () -> reports.silent(revision, on, since, slice));
  }

  List<GapCount> gaps(long revision) {
    return gaps.of(new Gaps(revision, clearance.level()), () -> reports.gaps(revision));
  }

  /** Works out for a new revision what was asked lately. */
  void prepare(long revision) {
    var since = clock.instant().minus(LATELY);
    asked.values().removeIf(since::isAfter);
    asked.keySet().forEach(one -> prepare(one, revision));
  }

  // A pledge that was asked about may be out of sight by now.
  private void prepare(Interest one, long revision) {
    try {
      cuts(one.of(revision, LocalDate.now(clock)));
    } catch (Problem outOfSight) {
      asked.remove(one);
    }
  }

  private List<Cut> cuts(Question question) {
    return cuts.of(question, () -> source.of(question));
  }
}

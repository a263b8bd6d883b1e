package org.ecosec.investment.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.investment.progress.ProgressView.NotCounted;
import org.ecosec.investment.progress.math.Delivery;
import org.ecosec.investment.progress.math.Performance;
import org.ecosec.investment.progress.math.Term;
import org.ecosec.investment.rate.Money;

/** Works out the progress of a pledge from what was known at a revision. */
@ApplicationScoped
class ProgressReading {

  private static final String METHOD = "pledge-progress/1";

  private final Entries entries;
  private final ProgressConfig config;

  ProgressReading(Entries entries, ProgressConfig config) {
    this.entries = entries;
    this.config = config;
  }

  ProgressView of(PledgeView pledge, long revision, LocalDate on) {
    var tally = Tally.of(entries.behind(pledge, revision, on), pledge);
    var figures = figures(pledge, tally, on);
    boolean told = !tally.lacksARate();
    return new ProgressView(
        pledge.id(),
        pledge.title(),
        new Money(pledge.amount(), pledge.currency()),
        pledge.scope(),
        pledge.from(),
        pledge.to(),
        pledge.countsFrom(),
        on,
        told ? Money.rounded(tally.ladders().committed(), pledge.currency()) : null,
        told ? Money.rounded(tally.ladders().disbursed(), pledge.currency()) : null,
        figures.progress(),
        figures.plan(),
        figures.spi(),
        Money.rounded(figures.runRatePerYear(), pledge.currency()),
        Money.rounded(figures.requiredRunRatePerYear(), pledge.currency()),
        figures.runRateCompletionOn(),
        figures.elapsed(),
        figures.status(),
        figures.reason(),
        tally.counted(),
        tally.notCounted().entrySet().stream()
            .map(left -> new NotCounted(left.getKey().name(), left.getValue()))
            .toList(),
        config.rateSet(),
        tally.handling(),
        METHOD,
        revision);
  }

  private Performance figures(PledgeView pledge, Tally tally, LocalDate on) {
    var term = new Term(pledge.from(), pledge.to());
    var disbursed = tally.ladders().disbursed();
    if (tally.lacksARate()) {
      return Performance.unknown(term, on, "NO_RATE");
    }
    if (disbursed == null) {
      boolean signed = tally.ladders().committed() != null;
      return Performance.unknown(term, on, signed ? "NO_DISBURSEMENTS" : "NO_SOURCE");
    }
    var delivery = new Delivery(pledge.amount(), disbursed, tally.ladders().lastOn());
    return Performance.of(delivery, term, on, config.thresholds());
  }
}

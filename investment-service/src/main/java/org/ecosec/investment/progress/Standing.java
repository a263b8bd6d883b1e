package org.ecosec.investment.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.investment.progress.math.Delivery;
import org.ecosec.investment.progress.math.Judgement;
import org.ecosec.investment.progress.math.Performance;
import org.ecosec.investment.progress.math.Term;
import org.ecosec.investment.progress.math.Thresholds;
import org.ecosec.investment.rate.Money;
import org.ecosec.investment.rate.RateTable;
import org.jspecify.annotations.Nullable;

/** How a pledge stands on a day: what counted, at which rates, and the figures that follow. */
record Standing(
    PledgeView pledge,
    LocalDate on,
    long revision,
    Tally tally,
    RateTable rates,
    Thresholds at,
    @Nullable LocalDate firstEnd) {

  Term term() {
    return new Term(pledge.from(), pledge.to());
  }

  Judgement judgement() {
    return new Judgement(term(), on, at, firstTerm());
  }

  /** The term as it was first; null if its end was never moved. */
  @Nullable Term firstTerm() {
    return firstEnd == null || !firstEnd.isAfter(pledge.from())
        ? null
        : new Term(pledge.from(), firstEnd);
  }

  /** Null where nothing is known of what was delivered. */
  @Nullable Delivery delivery() {
    var disbursed = tally.ladders().disbursed();
    return disbursed == null || tally.lacksARate()
        ? null
        : new Delivery(pledge.amount(), disbursed, tally.ladders().lastOn());
  }

  Performance figures() {
    if (tally.lacksARate()) {
      return Performance.unknown(term(), on, "NO_RATE");
    }
    var delivery = delivery();
    if (delivery == null) {
      boolean signed = tally.ladders().committed() != null;
      return Performance.unknown(term(), on, signed ? "NO_DISBURSEMENTS" : "NO_SOURCE");
    }
    return Performance.of(delivery, judgement());
  }

  @Nullable BigDecimal committed() {
    return money(tally.ladders().committed());
  }

  @Nullable BigDecimal disbursed() {
    return money(tally.ladders().disbursed());
  }

  @Nullable BigDecimal disbursedConfirmed() {
    return money(tally.disbursedConfirmed());
  }

  /** True when nobody has reported a flow for as long as makes a ledger silent. */
  boolean isStale() {
    var last = tally.ladders().lastOn();
    return last != null && last.plusMonths(at.staleMonths()).isBefore(on);
  }

  private @Nullable BigDecimal money(@Nullable BigDecimal exact) {
    return tally.lacksARate() ? null : Money.rounded(exact, pledge.currency());
  }
}

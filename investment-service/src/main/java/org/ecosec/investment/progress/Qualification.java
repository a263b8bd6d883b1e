package org.ecosec.investment.progress;

import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.investment.progress.math.Ladder;
import org.jspecify.annotations.Nullable;

/** Whether a transaction counts toward a pledge, and if not, why. */
enum Qualification {
  COUNTED,
  /** Expenditure, guarantees, pledges and incoming entries stand on no ladder. */
  ON_NO_LADDER,
  /** The financier is not one that the pledge speaks of. */
  SCOPE_MISMATCH,
  /** Value date before the pledge, or the allocation, counts. */
  BEFORE_COUNTS_FROM,
  /** The rate set has no rate for the month of the value date. */
  NO_RATE;

  static Qualification of(Entry entry, PledgeView pledge) {
    if (ladder(entry) == null) {
      return ON_NO_LADDER;
    }
    if (!pledge.scope().covers(entry.financier())) {
      return SCOPE_MISMATCH;
    }
    if (entry.valueDate().isBefore(pledge.countsFrom())
        || entry.valueDate().isBefore(entry.countsFrom())) {
      return BEFORE_COUNTS_FROM;
    }
    boolean converts = !entry.currency().equals(pledge.currency());
    boolean rated = entry.perUsd() != null && entry.pledgedPerUsd() != null;
    return converts && !rated ? NO_RATE : COUNTED;
  }

  static @Nullable Ladder ladder(Entry entry) {
    return switch (entry.type()) {
      case COMMITMENT -> Ladder.COMMITTED;
      case DISBURSEMENT, EQUITY -> Ladder.DISBURSED;
      case INCOMING_FUNDS, EXPENDITURE, GUARANTEE, INCOMING_COMMITMENT, PLEDGE, INCOMING_PLEDGE ->
          null;
    };
  }
}

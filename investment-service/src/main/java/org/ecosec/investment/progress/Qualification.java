package org.ecosec.investment.progress;

import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.investment.progress.math.Ladder;
import org.ecosec.investment.rate.RateTable;
import org.jspecify.annotations.Nullable;

/** Whether transactions count toward a pledge, and if not, why. */
enum Qualification {
  COUNTED,
  /** Expenditure, guarantees, pledges and incoming entries stand on no ladder. */
  ON_NO_LADDER,
  /** Another publisher's report of the same event counts. */
  SAME_EVENT,
  /** The parts of the project report this ladder. */
  REPORTED_BY_PARTS,
  /** The financier is not one that the pledge speaks of. */
  SCOPE_MISMATCH,
  /** Value date before the pledge, or the allocation, counts. */
  BEFORE_COUNTS_FROM,
  /** The rate set has no rate for the month of the value date. */
  NO_RATE;

  static Qualification of(Entry entry, PledgeView pledge, RateTable rates) {
    if (ladder(entry) == null) {
      return ON_NO_LADDER;
    }
    if (entry.duplicate()) {
      return SAME_EVENT;
    }
    if (entry.covered()) {
      return REPORTED_BY_PARTS;
    }
    if (!pledge.scope().covers(entry.financier())) {
      return SCOPE_MISMATCH;
    }
    if (entry.tooEarly()) {
      return BEFORE_COUNTS_FROM;
    }
    var converted =
        rates.convert(entry.amount(), entry.currency(), pledge.currency(), entry.month());
    return converted == null ? NO_RATE : COUNTED;
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

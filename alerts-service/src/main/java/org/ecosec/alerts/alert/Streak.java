package org.ecosec.alerts.alert;

import org.ecosec.alerts.rule.Answer;
import org.jspecify.annotations.Nullable;

/**
 * For how many periods in a row the conditions have held, up to the period and before it, so that a
 * revision of a period counts once. A period that decides nothing neither counts nor breaks.
 */
record Streak(
    @Nullable String period, int raising, int clearing, int raisingBefore, int clearingBefore) {

  static final Streak NONE = new Streak(null, 0, 0, 0, 0);

  Streak after(@Nullable String next, Answer raises, Answer resolves) {
    if (raises == Answer.UNDECIDED && resolves == Answer.UNDECIDED) {
      return this;
    }
    boolean revised = next != null && next.equals(period);
    int raisingSoFar = revised ? raisingBefore : raising;
    int clearingSoFar = revised ? clearingBefore : clearing;
    return new Streak(
        next,
        count(raises, raisingSoFar),
        count(resolves, clearingSoFar),
        raisingSoFar,
        clearingSoFar);
  }

  private static int count(Answer answer, int soFar) {
    return switch (answer) {
      case YES -> soFar + 1;
      case NO -> 0;
      case UNDECIDED -> soFar;
    };
  }
}

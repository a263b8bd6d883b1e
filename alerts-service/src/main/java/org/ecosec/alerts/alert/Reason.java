package org.ecosec.alerts.alert;

/** Why a decision was taken; the same word in the log, in the store and in the API. */
public enum Reason {
  /** The condition of the rule holds and no alert was open. */
  CONDITION_MET,
  /** An open alert rests on a newer period. */
  NEW_PERIOD,
  /** The figures behind an open alert changed. */
  FIGURES_CHANGED,
  /** The figure is 1.25 times what it was at its worst. */
  ESCALATED,
  /** The silence or the alert that kept it from being told is over. */
  SPEAKS_AGAIN,
  /** The condition to resolve holds. */
  CONDITION_CLEARED,
  /** Revised figures of the same period show that there was nothing to raise. */
  REVISED_AWAY,
  /** Its rule was switched off. */
  RULE_WITHDRAWN,
  /** A steward says that it is an exercise. */
  MARKED_AS_EXERCISE,
  /** Somebody took note. */
  ACKNOWLEDGED,
  /** First load of a source: a silent baseline. */
  BASELINE,
  /** History loaded again. */
  BACKFILL,
  /** Not the newest period of its series. */
  HISTORICAL,
  /** The rule does not look at it. */
  OUT_OF_SCOPE,
  /** The condition does not hold. */
  BELOW_THRESHOLD,
  /** The condition holds, but not yet for as many periods as the rule asks. */
  NOT_YET,
  /** An alert resolved a short while ago, and this is not much worse. */
  COOLDOWN,
  /** The open alert says so already. */
  UNCHANGED,
  /** The figures decide nothing, so an open alert stays as it is. */
  NO_VERDICT,
  /** The open alert rests on a series of another frequency. */
  OTHER_SERIES
}

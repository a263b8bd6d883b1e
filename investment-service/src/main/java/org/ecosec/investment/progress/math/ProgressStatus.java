package org.ecosec.investment.progress.math;

/** How a pledge stands. {@code NO_SOURCE}: no flow is on record, so nothing is said of it. */
public enum ProgressStatus {
  ANNOUNCED,
  TOO_EARLY,
  ON_TRACK,
  AT_RISK,
  OFF_TRACK,
  /** On track by an end that was moved, and not by the first one. */
  DELAYED_REBASELINED,
  MET,
  MISSED,
  UNKNOWN_STALE,
  NO_SOURCE
}

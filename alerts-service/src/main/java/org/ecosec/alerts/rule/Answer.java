package org.ecosec.alerts.rule;

/** What a condition says of a signal; UNDECIDED where a figure that it needs is undefined. */
public enum Answer {
  YES,
  NO,
  UNDECIDED
}

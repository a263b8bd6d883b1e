package org.ecosec.investment.milestone.math;

/** How exactly a date is known. */
public enum Precision {
  DAY,
  MONTH,
  YEAR
}

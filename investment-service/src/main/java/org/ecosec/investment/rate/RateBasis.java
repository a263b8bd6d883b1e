package org.ecosec.investment.rate;

/** Which rate of a set converts a flow: every converted figure names it. */
public enum RateBasis {
  /** The average of the month of the value date: the nearest to a spot rate that the sets have. */
  VALUE_DATE_SPOT,
  /** The average of the calendar year of the value date. */
  ANNUAL_AVERAGE,
  /** The average of the month of the pledge, for every flow. */
  PLEDGE_DATE_CONSTANT
}

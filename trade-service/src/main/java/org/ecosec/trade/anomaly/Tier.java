package org.ecosec.trade.anomaly;

/** How sure a movement is: ALERT at |z| of 5, or at 3.5 with a second line of evidence. */
public enum Tier {
  NONE,
  WATCH,
  ALERT
}

package org.ecosec.trade.anomaly;

/** Below or above what was expected. */
public enum Direction {
  DROP,
  RISE
}

package org.ecosec.alerts.signal;

/**
 * What a fact of a signal is, for conditions and texts; an amount is decimal text, never a float.
 */
public enum FactType {
  TEXT,
  NUMBER,
  AMOUNT,
  FLAG,
  TEXTS
}

package org.ecosec.investment.progress.math;

/** Signed and paid are counted apart and never added up: what is paid was signed before. */
public enum Ladder {
  COMMITTED,
  DISBURSED
}

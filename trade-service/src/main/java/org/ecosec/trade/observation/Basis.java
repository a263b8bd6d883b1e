package org.ecosec.trade.observation;

/**
 * What a source's figures are: what one side reported, or one figure made of both sides' reports.
 */
public enum Basis {
  REPORTED,
  RECONCILED
}

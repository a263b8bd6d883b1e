package org.ecosec.investment.pledge;

/** Whose money a flow is: a firm's or a bank's own, a public lender's (JBIC, say), or aid. */
public enum FinancierScope {
  PRIVATE,
  PUBLIC,
  ODA
}

package org.ecosec.investment.pledge;

/**
 * Whose money a pledge speaks of. Pledges of different scope are not comparable, and a flow counts
 * only where its financier is one the scope names; ODA counts only where the pledge names ODA.
 */
public enum Scope {
  PRIVATE_INVESTMENT,
  PUBLIC_AND_PRIVATE_INVESTMENT_AND_FINANCING,
  INVESTMENT_AND_FINANCING_INCLUDING_ODA,
  ODA;

  public boolean covers(FinancierScope financier) {
    return switch (this) {
      case PRIVATE_INVESTMENT -> financier == FinancierScope.PRIVATE;
      case PUBLIC_AND_PRIVATE_INVESTMENT_AND_FINANCING -> financier != FinancierScope.ODA;
      case INVESTMENT_AND_FINANCING_INCLUDING_ODA -> true;
      case ODA -> financier == FinancierScope.ODA;
    };
  }
}

package org.ecosec.investment.transaction;

/**
 * Transaction types of IATI 2.03 with their codes. Commitments and disbursements are ladders of
 * their own; what stands on neither is kept and shown, never counted.
 */
public enum TransactionType {
  INCOMING_FUNDS(1),
  COMMITMENT(2),
  DISBURSEMENT(3),
  EXPENDITURE(4),
  EQUITY(8),
  GUARANTEE(10),
  INCOMING_COMMITMENT(11),
  PLEDGE(12),
  INCOMING_PLEDGE(13);

  private final int iatiCode;

  TransactionType(int iatiCode) {
    this.iatiCode = iatiCode;
  }

  public int iatiCode() {
    return iatiCode;
  }
}

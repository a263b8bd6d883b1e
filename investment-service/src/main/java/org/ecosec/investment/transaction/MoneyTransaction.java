package org.ecosec.investment.transaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.ecosec.investment.change.Fact;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** One entry of money. It is never changed: a wrong one is reversed by its negative. */
@Entity
@Table(name = "money_transaction")
class MoneyTransaction extends Fact {

  @Column String projectId;

  @Column
  @Enumerated(EnumType.STRING)
  TransactionType type;

  @Column BigDecimal amount;
  @Column String currency;
  @Column LocalDate valueDate;
  @Column @Nullable String financierName;

  @Column
  @Enumerated(EnumType.STRING)
  FinancierScope financierScope;

  @Column @Nullable String reverses;
  @Column @Nullable String eventKey;
  @Column @Nullable String sameAs;
  @Column @Nullable String commitmentId;
  @Column Instant recordedAt;
  @Column String source;

  @Column
  @Enumerated(EnumType.STRING)
  HandlingLevel handling;

  @Column @Nullable String notes;

  protected MoneyTransaction() {}

  MoneyTransaction(String id, TransactionTerms terms, HandlingLevel handling, Instant recordedAt) {
    identify(id);
    projectId = terms.projectId();
    type = terms.type();
    amount = terms.amount();
    currency = terms.currency();
    valueDate = terms.valueDate();
    financierName = terms.financier();
    financierScope = terms.financierScope();
    eventKey = terms.eventKey();
    sameAs = terms.sameAs();
    commitmentId = terms.commitmentId();
    source = terms.source();
    this.handling = handling;
    notes = terms.notes();
    this.recordedAt = recordedAt;
  }

  boolean isCommitmentOf(MoneyTransaction drawn) {
    return type == TransactionType.COMMITMENT
        && reverses == null
        && commitmentId == null
        && projectId.equals(drawn.projectId)
        && currency.equals(drawn.currency);
  }

  /**
   * The negative of an entry: same ladder, same value date, so that the sum is as if neither was.
   */
  MoneyTransaction reversal(Reversal why, Instant at) {
    var negative = new MoneyTransaction();
    negative.identify("reversal-of-" + id());
    negative.projectId = projectId;
    negative.type = type;
    negative.amount = amount.negate();
    negative.currency = currency;
    negative.valueDate = valueDate;
    negative.financierName = financierName;
    negative.financierScope = financierScope;
    negative.reverses = id();
    negative.eventKey = eventKey;
    negative.sameAs = sameAs;
    negative.commitmentId = commitmentId;
    negative.recordedAt = at;
    negative.source = why.source();
    negative.handling = handling;
    negative.notes = why.reason();
    return negative;
  }
}

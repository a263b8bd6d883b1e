package org.ecosec.investment.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * One entry of money; {@code reverses} names the entry that it takes back, {@code sameAs} the one
 * that counts for the same event.
 */
public record TransactionView(
    String id,
    String projectId,
    TransactionType type,
    BigDecimal amount,
    String currency,
    LocalDate valueDate,
    @Nullable String financier,
    FinancierScope financierScope,
    @Nullable String reverses,
    @Nullable String eventKey,
    @Nullable String sameAs,
    @Nullable String commitmentId,
    Instant recordedAt,
    String source,
    HandlingLevel handling,
    @Nullable String notes,
    long revision) {

  static TransactionView of(MoneyTransaction entry) {
    return new TransactionView(
        entry.id(),
        entry.projectId,
        entry.type,
        entry.amount,
        entry.currency,
        entry.valueDate,
        entry.financierName,
        entry.financierScope,
        entry.reverses,
        entry.eventKey,
        entry.sameAs,
        entry.commitmentId,
        entry.recordedAt,
        entry.source,
        entry.handling,
        entry.notes,
        entry.fromRevision());
  }
}

package org.ecosec.investment.iati;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.investment.transaction.TransactionType;
import org.jspecify.annotations.Nullable;

/**
 * An entry of money as it stood at a revision; one that was taken back, and its negative, is none.
 */
record PublishedMoney(
    String id,
    String projectId,
    TransactionType type,
    BigDecimal amount,
    String currency,
    LocalDate valueDate,
    @Nullable String financier,
    FinancierScope scope,
    @Nullable String notes) {}

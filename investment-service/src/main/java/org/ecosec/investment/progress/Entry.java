package org.ecosec.investment.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.investment.transaction.TransactionType;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of a project that is allocated to a pledge, before it is known to qualify. Rates
 * are local currency units per dollar in the month of the value date, null where the set has none.
 */
record Entry(
    String transactionId,
    TransactionType type,
    FinancierScope financier,
    LocalDate valueDate,
    BigDecimal amount,
    String currency,
    BigDecimal share,
    LocalDate countsFrom,
    HandlingLevel handling,
    @Nullable BigDecimal perUsd,
    @Nullable BigDecimal pledgedPerUsd) {}

package org.ecosec.investment.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.investment.transaction.TransactionType;
import org.ecosec.platform.security.HandlingLevel;

/**
 * What the transactions of one kind come to in one month of one project behind a pledge, before
 * they are known to qualify.
 *
 * @param lastOn the newest value date among them
 * @param tooEarly their value dates lie before the pledge, or the allocation, counts
 * @param duplicate reports of events that other reports count
 * @param covered parts of the project report the same ladder
 * @param confirmed a side of the pledge has confirmed the allocation
 */
record Entry(
    TransactionType type,
    FinancierScope financier,
    YearMonth month,
    LocalDate lastOn,
    BigDecimal amount,
    String currency,
    BigDecimal share,
    boolean tooEarly,
    boolean duplicate,
    boolean covered,
    boolean confirmed,
    HandlingLevel handling,
    int transactions) {}

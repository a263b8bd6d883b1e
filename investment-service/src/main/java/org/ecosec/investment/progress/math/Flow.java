package org.ecosec.investment.progress.math;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A qualifying flow on its ladder, in the pledged currency; negative if it takes one back. */
public record Flow(Ladder ladder, LocalDate valueDate, BigDecimal amount) {}

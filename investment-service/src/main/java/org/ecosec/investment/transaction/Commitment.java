package org.ecosec.investment.transaction;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * A signed commitment with what was made of it, in its own currency: {@code committed} is what was
 * signed with every raise and cut, {@code disbursed} what was drawn on it. Two ladders: what is
 * left is their difference, and nothing is added up. Taken back means {@code committed} is 0.
 */
public record Commitment(
    String id,
    String projectId,
    LocalDate signedOn,
    @Nullable String financier,
    FinancierScope financierScope,
    String currency,
    BigDecimal signed,
    BigDecimal committed,
    @Nullable BigDecimal disbursed,
    BigDecimal undrawn,
    @Nullable LocalDate lastDrawnOn,
    String source,
    HandlingLevel handling) {}

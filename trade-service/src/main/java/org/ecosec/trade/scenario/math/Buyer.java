package org.ecosec.trade.scenario.math;

import java.math.BigDecimal;

/**
 * An importer of the product before the cut: what it bought from the imposer and in all, in US
 * dollars a year, and for how many days of its imports its stocks last.
 */
public record Buyer(
    String economy, BigDecimal fromImposerUsd, BigDecimal importsUsd, BigDecimal stockDays) {}

package org.ecosec.trade.scenario.math;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Another exporter of the product, with its exports of a year in US dollars and, where that is
 * known, the worth of all that it makes of it in a year.
 */
public record Supplier(String economy, BigDecimal exportsUsd, @Nullable BigDecimal productionUsd) {}

package org.ecosec.trade.scenario.math;

import java.math.BigDecimal;

/** Another exporter of the product, with its exports of a year in US dollars. */
public record Supplier(String economy, BigDecimal exportsUsd) {}

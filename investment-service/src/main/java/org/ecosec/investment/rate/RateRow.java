package org.ecosec.investment.rate;

import java.math.BigDecimal;
import java.time.YearMonth;

/** One accepted row of a rate file: local currency units per US dollar in a month. */
record RateRow(YearMonth month, String currency, BigDecimal lcuPerUsd) {}

package org.ecosec.trade.sdmx;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One observation as it is sent: its series key, its period (blank where only keys were asked for)
 * and the measures and attributes of the query in their order, null where nothing is known.
 */
record DataRow(
    List<String> key,
    String period,
    List<@Nullable BigDecimal> measures,
    List<@Nullable String> attributes) {}

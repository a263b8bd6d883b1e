/** Trade figures as SDMX: REST 2.2 queries over one data structure, {@code ECOSEC:TRADE(1.0.0)}. */
@org.jspecify.annotations.NullMarked
package org.ecosec.trade.sdmx;

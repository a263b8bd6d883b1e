package org.ecosec.trade.indicator;

/** A product in a slice of which an import changed something. */
record TouchedCell(int sliceId, String product) {}

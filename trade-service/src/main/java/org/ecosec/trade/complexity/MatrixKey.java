package org.ecosec.trade.complexity;

/** One source's year in one classification; the edition is empty where the source does not say. */
record MatrixKey(String source, String classification, String edition, String period) {}

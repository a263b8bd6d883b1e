package org.ecosec.investment.iati;

/** Where something stands in a file: its line, counted from 1, and a path as XPath writes it. */
public record Place(long line, String path) {}

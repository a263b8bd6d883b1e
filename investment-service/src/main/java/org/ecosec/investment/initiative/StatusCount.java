package org.ecosec.investment.initiative;

/**
 * How many initiatives have a status, and how many items they stand for: one each, or as many as
 * the source counts without naming them.
 */
public record StatusCount(InitiativeStatus status, long initiatives, long items) {}

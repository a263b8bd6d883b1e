package org.ecosec.investment.initiative;

/**
 * Where an initiative stands between dialogue and delivery. The first two say that nothing more is
 * published: such an initiative is counted, and neither deadline nor items are made up.
 */
public enum InitiativeStatus {
  NO_PUBLISHED_DEADLINE,
  NOT_ITEMISED,
  SCHEDULED,
  DELIVERED
}

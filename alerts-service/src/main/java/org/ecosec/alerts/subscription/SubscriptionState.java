package org.ecosec.alerts.subscription;

/** Whether a subscriber is told; a deleted one stays in the record of who was told, by its id. */
public enum SubscriptionState {
  /** Waits until whoever is at the address agrees to be told; what there is to tell waits too. */
  PENDING,
  ACTIVE,
  DISABLED,
  DELETED
}

package org.ecosec.alerts.subscription;

/** Whether a subscriber is told; a deleted one stays in the record of who was told, by its id. */
public enum SubscriptionState {
  ACTIVE,
  DISABLED,
  DELETED
}

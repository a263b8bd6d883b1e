package org.ecosec.alerts.delivery;

/** Where a delivery stands. */
public enum DeliveryState {
  PENDING,
  DELIVERED,
  GIVEN_UP,
  NOT_TOLD
}

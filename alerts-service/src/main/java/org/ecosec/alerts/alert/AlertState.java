package org.ecosec.alerts.alert;

/** Where an alert stands; the first two are open. */
public enum AlertState {
  RAISED,
  ACKNOWLEDGED,
  RESOLVED,
  CANCELLED
}

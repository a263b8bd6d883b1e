package org.ecosec.alerts.alert;

/** What happened to an alert. */
public enum AlertChange {
  RAISED,
  UPDATED,
  ACKNOWLEDGED,
  RESOLVED,
  CANCELLED
}

package org.ecosec.alerts.rule;

/** How much attention an alert asks for; ordered. */
public enum Severity {
  INFO,
  WATCH,
  WARNING,
  CRITICAL;

  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }

  Severity atMost(Severity cap) {
    return compareTo(cap) > 0 ? cap : this;
  }
}

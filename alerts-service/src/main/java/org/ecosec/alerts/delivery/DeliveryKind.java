package org.ecosec.alerts.delivery;

/** What a delivery tells. */
public enum DeliveryKind {
  /** Something happened to an alert. */
  EVENT("alerts.v1"),
  /** What was held back for a day's digest. */
  DIGEST("digest.v1"),
  /** Somebody tries whether messages arrive. */
  TEST("test.v1"),
  /** Another endpoint of the same owner was disabled. */
  NOTICE("subscription-disabled.v1"),
  /** A disabled endpoint is told again. */
  RECOVERED("subscription-recovered.v1");

  private final String type;

  DeliveryKind(String type) {
    this.type = type;
  }

  /** The type of its CloudEvent. */
  String eventType() {
    return "org.ecosec.alerts." + type;
  }
}

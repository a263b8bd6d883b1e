package org.ecosec.alerts.subscription;

/** How a subscriber is told. */
public enum ChannelType {
  /** A signed HTTP POST, per Standard Webhooks 1.0.0. */
  WEBHOOK,
  /** A mail, as HTML and as text. */
  EMAIL
}

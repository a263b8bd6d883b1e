package org.ecosec.alerts.delivery;

/** How a call ended. */
public enum AttemptOutcome {
  /** An answer of 2xx. */
  ACCEPTED,
  /** Any other answer; a redirect is one of these and is not followed. */
  REFUSED,
  /** 410: the endpoint is gone for good. */
  GONE,
  /** No answer: no connection, a broken one, or too late. */
  NO_ANSWER,
  /** The address is not to be called any more: it now leads where webhooks must not go. */
  ADDRESS_REFUSED
}

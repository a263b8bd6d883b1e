package org.ecosec.alerts.signal;

/** A record that no retry will make readable; it goes to the dead-letter topic. */
public final class PoisonRecord extends RuntimeException {

  PoisonRecord(String message, Throwable cause) {
    super(message, cause);
  }
}

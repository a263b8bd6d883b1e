package org.ecosec.alerts.subscription;

/** A webhook address that is not to be called; the message completes "the url …". */
public final class RefusedAddress extends Exception {

  RefusedAddress(String reason) {
    super(reason);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}

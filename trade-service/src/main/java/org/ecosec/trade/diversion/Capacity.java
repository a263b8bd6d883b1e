package org.ecosec.trade.diversion;

import org.jspecify.annotations.Nullable;

/** Whether a hub can make a product itself, as far as production is known; why it is not known. */
record Capacity(Status status, @Nullable String reason) {

  /** What the loaded sources say. */
  public enum Status {
    /** The hub produces the product's mineral at some stage. */
    PRODUCES,
    /** Sources that name nearly all producers at the product's stage do not name the hub. */
    NO_KNOWN_PRODUCTION,
    UNKNOWN
  }

  static Capacity unknown(String reason) {
    return new Capacity(Status.UNKNOWN, reason);
  }
}

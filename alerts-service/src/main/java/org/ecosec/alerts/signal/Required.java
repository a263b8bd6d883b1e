package org.ecosec.alerts.signal;

import org.jspecify.annotations.Nullable;

/** Fields without which a payload says nothing. */
final class Required {

  private Required() {}

  static void of(String field, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("The field " + field + " is missing");
    }
  }
}

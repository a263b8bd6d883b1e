package org.ecosec.alerts.signal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the figures whose change is worth telling; an undefined one is left out. */
final class Figures {

  private final Map<String, Object> values = new HashMap<>();

  Figures with(String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
    return this;
  }

  Map<String, Object> all() {
    return values;
  }
}

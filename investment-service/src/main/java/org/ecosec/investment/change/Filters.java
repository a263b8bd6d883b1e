package org.ecosec.investment.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed to; a filter whose value the caller left out is none. */
public final class Filters {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new TreeMap<>();

  public Filters equal(String field, @Nullable Object value) {
    return where(field + " = :" + field, field, value);
  }

  /** A condition in HQL that names its parameter. */
  public Filters where(String condition, String parameter, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(parameter, value);
    }
    return this;
  }

  String condition() {
    return String.join(" and ", conditions);
  }

  Map<String, Object> parameters() {
    return parameters;
  }
}

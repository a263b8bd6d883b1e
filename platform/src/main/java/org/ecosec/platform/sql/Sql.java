package org.ecosec.platform.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement put together from fixed texts, each with its own parameters. What is not asked for is
 * left out, so that the planner sees only the conditions that narrow; values are always bound.
 */
public final class Sql {

  private final StringBuilder text = new StringBuilder();
  private final List<@Nullable Object> parameters = new ArrayList<>();

  /** Appends a text with the parameters of its question marks, in order. */
  public Sql add(String part, @Nullable Object... values) {
    text.append(part);
    for (Object value : values) {
      parameters.add(value);
    }
    return this;
  }

  /** Appends a text with one question mark, unless its value is absent. */
  public Sql given(String part, @Nullable Object value) {
    return value == null ? this : add(part, value);
  }

  public String text() {
    return text.toString();
  }

  public @Nullable Object[] parameters() {
    return parameters.toArray();
  }
}

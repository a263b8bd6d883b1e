package org.ecosec.alerts.signal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The defined facts of a signal by name, each of the type that its kind declares. */
public record Facts(Map<String, Object> values) {

  public Facts {
    values = Map.copyOf(values);
  }

  /** The facts in the types of their kind, also after JSON has made 1 of 1.0. */
  Facts typed(SignalKind kind) {
    var typed = new LinkedHashMap<String, Object>();
    values.forEach(
        (name, value) ->
            typed.put(
                name,
                kind.facts().get(name) == FactType.NUMBER && value instanceof Number number
                    ? number.doubleValue()
                    : value));
    return new Facts(typed);
  }

  public static Builder of(SignalKind kind) {
    return new Builder(kind);
  }

  /** Collects facts; an undefined one (null) is left out. */
  public static final class Builder {
    private final SignalKind kind;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Builder(SignalKind kind) {
      this.kind = kind;
    }

    public Builder text(String name, @Nullable String value) {
      return put(name, FactType.TEXT, value);
    }

    public Builder number(String name, @Nullable BigDecimal value) {
      return put(name, FactType.NUMBER, value == null ? null : value.doubleValue());
    }

    public Builder count(String name, @Nullable Long value) {
      return put(name, FactType.NUMBER, value == null ? null : value.doubleValue());
    }

    public Builder amount(String name, @Nullable BigDecimal value) {
      return put(name, FactType.AMOUNT, value == null ? null : value.toPlainString());
    }

    public Builder flag(String name, boolean value) {
      return put(name, FactType.FLAG, value);
    }

    public Builder texts(String name, List<String> value) {
      return put(name, FactType.TEXTS, List.copyOf(value));
    }

    public Facts build() {
      return new Facts(values);
    }

    private Builder put(String name, FactType type, @Nullable Object value) {
      if (kind.facts().get(name) != type) {
        throw new IllegalArgumentException(kind + " declares no " + type + " named " + name);
      }
      if (value != null) {
        values.put(name, value);
      }
      return this;
    }
  }
}

package org.ecosec.trade.sdmx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A piece of SQL with its parameters, which never are part of the text. */
record Sql(String text, List<Object> parameters) {

  Sql {
    parameters = List.copyOf(parameters);
  }

  static Sql of(String text, Object... parameters) {
    return new Sql(text, List.of(parameters));
  }

  Sql then(Sql next) {
    var all = new ArrayList<>(parameters);
    all.addAll(next.parameters);
    return new Sql(text + " " + next.text, all);
  }

  Sql then(String nextText, Object... nextParameters) {
    return then(of(nextText, nextParameters));
  }

  /** In brackets; {@code joiner} is {@code and} or {@code or}. */
  static Sql joined(String joiner, List<Sql> parts) {
    return new Sql(
        parts.stream().map(Sql::text).collect(Collectors.joining(" " + joiner + " ", "(", ")")),
        parts.stream().flatMap(part -> part.parameters.stream()).toList());
  }

  @Nullable Object[] array() {
    return parameters.toArray();
  }
}

package org.ecosec.investment.form;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A query parameter that takes one of a closed set of names. */
public final class Choice {

  private Choice() {}

  public static <E extends Enum<E>> @Nullable E of(
      Class<E> choices, String parameter, @Nullable String name) {
    if (name == null || name.isEmpty()) {
      return null;
    }
    for (E choice : choices.getEnumConstants()) {
      if (choice.name().equals(name)) {
        return choice;
      }
    }
    var names =
        Arrays.stream(choices.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    throw Problem.badRequest("bad-filter", parameter + " takes one of " + names + ".")
        .at("query:" + parameter, "is none of them");
  }
}

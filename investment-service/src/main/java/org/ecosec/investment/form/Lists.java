package org.ecosec.investment.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of a body: an absent one is empty, and none is changed by its sender afterwards. */
public final class Lists {

  private Lists() {}

  public static <T> List<T> copy(@Nullable List<T> given) {
    if (given == null) {
      return List.of();
    }
    new Fields("bad-list", "A list of the body holds null.")
        .check("/", given.stream().noneMatch(entry -> entry == null), "holds null")
        .refuse();
    return List.copyOf(given);
  }
}

package org.ecosec.trade.diversion;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked of a triangle; a hub of null asks of every one. Periods are months, or years. */
record Question(
    String origin,
    String market,
    @Nullable String hub,
    String classification,
    String product,
    List<String> before,
    List<String> after,
    long revision) {

  List<String> periods() {
    return Stream.concat(before.stream(), after.stream()).toList();
  }

  String freq() {
    return before.getFirst().length() == 4 ? "A" : "M";
  }
}

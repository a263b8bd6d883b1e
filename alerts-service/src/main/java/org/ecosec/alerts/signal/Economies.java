package org.ecosec.alerts.signal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The economies that a signal concerns, in whatever part; {@code everyoneBut} is null unless it
 * concerns the whole world, and then names who is spared.
 */
public record Economies(List<String> named, @Nullable List<String> everyoneBut) {

  public static final Economies NONE = new Economies(List.of(), null);

  public Economies {
    named = List.copyOf(named);
    everyoneBut = everyoneBut == null ? null : List.copyOf(everyoneBut);
  }

  /** Those of the codes that name an economy: undefined ones and sums over partners do not. */
  public static Economies of(@Nullable String... codes) {
    return named(Arrays.stream(codes).filter(Objects::nonNull).toList());
  }

  static Economies named(Collection<String> codes) {
    return new Economies(sorted(codes.stream()), null);
  }

  Economies and(Collection<String> more) {
    return new Economies(sorted(Stream.concat(named.stream(), more.stream())), everyoneBut);
  }

  private static List<String> sorted(Stream<String> codes) {
    return codes
        .filter(code -> code.matches("[A-Z][A-Z0-9]{2}") && !code.equals("ALL"))
        .distinct()
        .sorted()
        .toList();
  }
}

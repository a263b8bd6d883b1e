package org.ecosec.trade.anomaly.math;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Scores flags against labelled events. A flag from one month before an event to four months after
 * it, of the event's sign, product and partners, finds it; more of them count nothing; every flag
 * near no event is false. Contested events are neither missed nor found: they are counted apart.
 */
public record Backtest(
    int events,
    int found,
    int contested,
    int contestedFound,
    int falseFlags,
    double falsePerThousand,
    OptionalDouble precision,
    OptionalDouble recall,
    OptionalDouble medianDelay) {

  private static final int EARLIEST = -1;
  private static final int LATEST = 4;
  private static final double THOUSAND = 1_000;

  /** What should be seen: months are counted from any common start; no partners means all. */
  public record Event(
      String product, Set<String> partners, int month, boolean drop, boolean contested) {

    public Event {
      partners = Set.copyOf(partners);
    }

    boolean near(Flag flag) {
      int delay = flag.month() - month;
      return product.equals(flag.product())
          && delay >= EARLIEST
          && delay <= LATEST
          && (partners.isEmpty() || partners.contains(flag.partner()));
    }

    Optional<Integer> delay(List<Flag> flags) {
      return flags.stream()
          .filter(flag -> near(flag) && flag.drop() == drop)
          .map(flag -> flag.month() - month)
          .min(Integer::compareTo);
    }
  }

  /** What was seen. */
  public record Flag(String product, String partner, int month, boolean drop) {}

  /** Scores the flags that a rule raised in so many scored months of all series. */
  public static Backtest of(List<Event> events, List<Flag> flags, long seriesMonths) {
    var delays =
        events.stream()
            .filter(event -> !event.contested())
            .flatMap(event -> event.delay(flags).stream())
            .mapToDouble(Integer::doubleValue)
            .sorted()
            .toArray();
    int sure = (int) events.stream().filter(event -> !event.contested()).count();
    int contestedFound =
        (int)
            events.stream()
                .filter(event -> event.contested() && event.delay(flags).isPresent())
                .count();
    int wrong = (int) flags.stream().filter(flag -> isFalse(flag, events)).count();
    int n = delays.length;
    return new Backtest(
        sure,
        n,
        events.size() - sure,
        contestedFound,
        wrong,
        THOUSAND * wrong / Math.max(1, seriesMonths),
        n + wrong == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) n / (n + wrong)),
        sure == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) n / sure),
        n == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of((delays[(n - 1) / 2] + delays[n / 2]) / 2));
  }

  // Near an event but of the other sign is still false; near a contested one it is neither.
  private static boolean isFalse(Flag flag, List<Event> events) {
    return events.stream()
        .noneMatch(event -> event.near(flag) && (event.contested() || event.drop() == flag.drop()));
  }
}

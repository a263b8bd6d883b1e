package org.ecosec.trade.anomaly.math;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Scores flags against labelled events. A flag from one month before an event to four months after
 * it, of the event's sign, product and partners, finds it; more of them count nothing; every flag
 * near no event is false. Contested events are neither missed nor found: they are counted apart. So
 * are open ones, whose months are not over when the data end and which are not found yet.
 *
 * <p>Flags of a product and a sign within as many months as find an event are one false event: what
 * a reader would look into once. {@code precision} is found over found and false flags, {@code
 * precisionOfEvents} found over found and false events.
 */
public record Backtest(
    int events,
    int found,
    int contested,
    int contestedFound,
    int open,
    int falseFlags,
    int falseEvents,
    double falsePerThousand,
    OptionalDouble precision,
    OptionalDouble precisionOfEvents,
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

  /** How much was looked at: scored months of all series, and the month after the last one. */
  public record Scope(long seriesMonths, int end) {}

  /** Scores the flags that a rule raised. */
  public static Backtest of(List<Event> events, List<Flag> flags, Scope scope) {
    var sure = events.stream().filter(event -> !event.contested()).toList();
    var delays =
        sure.stream()
            .flatMap(event -> event.delay(flags).stream())
            .mapToDouble(Integer::doubleValue)
            .sorted()
            .toArray();
    int open =
        (int)
            sure.stream()
                .filter(event -> event.month() + LATEST >= scope.end())
                .filter(event -> event.delay(flags).isEmpty())
                .count();
    int contestedFound =
        (int)
            events.stream()
                .filter(event -> event.contested() && event.delay(flags).isPresent())
                .count();
    var wrong = flags.stream().filter(flag -> isFalse(flag, events)).toList();
    int wrongEvents = episodes(wrong);
    int n = delays.length;
    return new Backtest(
        sure.size() - open,
        n,
        events.size() - sure.size(),
        contestedFound,
        open,
        wrong.size(),
        wrongEvents,
        THOUSAND * wrong.size() / Math.max(1, scope.seriesMonths()),
        share(n, n + wrong.size()),
        share(n, n + wrongEvents),
        share(n, sure.size() - open),
        n == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of((delays[(n - 1) / 2] + delays[n / 2]) / 2));
  }

  private static OptionalDouble share(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }

  /** How many times a product moved one way: a flag too late for the last time begins another. */
  private static int episodes(List<Flag> flags) {
    var starts = new HashMap<String, Integer>();
    int episodes = 0;
    for (Flag flag : flags.stream().sorted(Comparator.comparingInt(Flag::month)).toList()) {
      var what = flag.product() + flag.drop();
      var start = starts.get(what);
      if (start == null || flag.month() - start > LATEST - EARLIEST) {
        starts.put(what, flag.month());
        episodes++;
      }
    }
    return episodes;
  }

  // Near an event but of the other sign is still false; near a contested one it is neither.
  private static boolean isFalse(Flag flag, List<Event> events) {
    return events.stream()
        .noneMatch(event -> event.near(flag) && (event.contested() || event.drop() == flag.drop()));
  }
}

package org.ecosec.trade.diversion;

import static java.time.temporal.ChronoUnit.MONTHS;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An origin, a market and a product of which somebody wants to hear, the newest reason first. */
record WatchedTriangle(Ends ends, List<Because> because) {

  /** Fewer months are too early to say anything. */
  private static final int MIN_MONTHS = 3;

  record Ends(String origin, String market, String classification, String product) {}

  /** Why it is watched: a measure, or a steward's entry, which may name one hub. */
  record Because(YearMonth since, @Nullable String measureId, @Nullable String hub) {}

  WatchedTriangle {
    because = because.stream().sorted(Comparator.comparing(Because::since).reversed()).toList();
  }

  /** The newest reason under which enough months have passed until then. */
  Optional<YearMonth> since(YearMonth end) {
    return because.stream()
        .map(Because::since)
        .filter(since -> since.until(end, MONTHS) + 1 >= MIN_MONTHS)
        .findFirst();
  }

  boolean wants(String hub) {
    return !hub.equals(ends.origin())
        && !hub.equals(ends.market())
        && because.stream().anyMatch(one -> one.hub() == null || one.hub().equals(hub));
  }

  List<String> measureIds() {
    return because.stream()
        .map(Because::measureId)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }
}

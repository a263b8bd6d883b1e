package org.ecosec.trade.indicator;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** By which figure dependencies are sorted; equal and missing ones by their key. */
record DependencySort(
    Function<RankedDependency, @Nullable BigDecimal> figure, boolean largestFirst) {

  private static final Map<String, Function<RankedDependency, @Nullable BigDecimal>> FIGURES =
      Map.of(
          "hhiLower", RankedDependency::hhiLower,
          "worldHhiLower", RankedDependency::worldHhiLower,
          "importsToExports", RankedDependency::importsToExports,
          "importsUsd", RankedDependency::importsUsd,
          "importDependency", RankedDependency::importDependency,
          "yearsMet", ranked -> BigDecimal.valueOf(ranked.yearsMet()));

  static @Nullable DependencySort parse(
      @Nullable String text, ImportDependency.@Nullable Basis basis) {
    if (text == null) {
      return null;
    }
    boolean largestFirst = text.startsWith("-");
    var name = largestFirst ? text.substring(1) : text;
    if (name.equals("importDependency") && basis == null) {
      throw Problem.badRequest(
              "basis-needed",
              "Add basis=WITH_KNOWN_PRODUCTION or basis=TRADE_ONLY: the two are not compared.")
          .at("query:basis", "is missing");
    }
    var figure = FIGURES.get(name);
    if (figure == null) {
      throw Problem.badRequest(
              "bad-sort", "sort is one of the figures that the API description names, or absent.")
          .at("query:sort", "is unknown");
    }
    return new DependencySort(figure, largestFirst);
  }

  Comparator<RankedDependency> order() {
    return Comparator.<RankedDependency, BigDecimal>comparing(
            this::place, Comparator.nullsLast(Comparator.naturalOrder()))
        .thenComparing(RankedDependency.BY_KEY);
  }

  /** Whether an item comes after the one whose place and key a cursor holds. */
  boolean after(RankedDependency ranked, List<String> cursor) {
    var place = place(ranked);
    var seen = cursor.getFirst().isEmpty() ? null : number(cursor.getFirst());
    int compared = Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()).compare(place, seen);
    var key = ranked.key();
    return compared > 0
        || (compared == 0
            && key.compareTo(RankedDependency.key(cursor.subList(1, cursor.size()))) > 0);
  }

  String cursor(RankedDependency ranked) {
    var place = place(ranked);
    return place == null ? "" : place.toPlainString();
  }

  private @Nullable BigDecimal place(RankedDependency ranked) {
    var value = figure.apply(ranked);
    return value == null || !largestFirst ? value : value.negate();
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(ConcentrationSort.checked(text));
  }
}

package org.ecosec.trade.indicator;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** By which figure dependencies are sorted; equal and missing ones by their key. */
record DependencySort(Function<DependencyView, @Nullable BigDecimal> figure, boolean largestFirst) {

  private static final Map<String, Function<DependencyView, @Nullable BigDecimal>> FIGURES =
      Map.of(
          "hhiLower", DependencyView::hhiLower,
          "worldHhiLower", DependencyView::worldHhiLower,
          "importsToExports", DependencyView::importsToExports,
          "importsUsd", DependencyView::importsUsd,
          "importDependency", DependencyView::importDependency,
          "yearsMet", view -> BigDecimal.valueOf(view.yearsMet()));

  static @Nullable DependencySort parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    boolean largestFirst = text.startsWith("-");
    var figure = FIGURES.get(largestFirst ? text.substring(1) : text);
    if (figure == null) {
      throw Problem.badRequest(
              "bad-sort", "sort is one of the figures that the API description names, or absent.")
          .at("query:sort", "is unknown");
    }
    return new DependencySort(figure, largestFirst);
  }

  Comparator<DependencyView> order() {
    return Comparator.<DependencyView, BigDecimal>comparing(
            view -> place(view), Comparator.nullsLast(Comparator.naturalOrder()))
        .thenComparing(view -> String.join("\u001f", key(view)));
  }

  /** Whether an item comes after the one whose place and key a cursor holds. */
  boolean after(DependencyView view, List<String> cursor) {
    var place = place(view);
    var seen = cursor.getFirst().isEmpty() ? null : number(cursor.getFirst());
    int compared = Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()).compare(place, seen);
    var key = String.join("\u001f", key(view));
    return compared > 0
        || (compared == 0
            && key.compareTo(String.join("\u001f", cursor.subList(1, cursor.size()))) > 0);
  }

  String cursor(DependencyView view) {
    var place = place(view);
    return place == null ? "" : place.toPlainString();
  }

  static String[] key(DependencyView view) {
    return new String[] {
      view.importer(), view.classification(), view.product(), view.freq(), view.period()
    };
  }

  private @Nullable BigDecimal place(DependencyView view) {
    var value = figure.apply(view);
    return value == null || !largestFirst ? value : value.negate();
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(ConcentrationSort.checked(text));
  }
}

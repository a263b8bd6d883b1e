package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ecosec.trade.indicator.Concentrations.Range;
import org.jspecify.annotations.Nullable;

/** What importers report with its ranks and, where they do not, what their partners report. */
@ApplicationScoped
class ConcentrationList {

  private static final String SEPARATOR = "\u001f";

  private final Concentrations concentrations;
  private final SectorRanks ranks;
  private final MirroredConcentrations mirrors;

  ConcentrationList(
      Concentrations concentrations, SectorRanks ranks, MirroredConcentrations mirrors) {
    this.concentrations = concentrations;
    this.ranks = ranks;
    this.mirrors = mirrors;
  }

  /** Mirrors come with the rows that they rest on, others without. */
  List<ConcentrationView> find(ConcentrationFilter filter, Range range) {
    var reported =
        filter.withReported()
            ? ranks.ranked(concentrations.find(filter, range), range.revision())
            : List.<ConcentrationView>of();
    if (!filter.withMirror()) {
      return reported;
    }
    var importer = Objects.requireNonNull(filter.importer);
    var mirrored =
        mirrors.find(filter, importer, range.revision()).stream()
            .filter(view -> has(view, filter.verdict))
            .filter(view -> isAfter(view, range));
    return Stream.concat(reported.stream(), mirrored)
        .sorted(order(range.sort()))
        .limit(range.limit())
        .toList();
  }

  private static boolean has(ConcentrationView view, @Nullable String verdict) {
    return verdict == null
        || (view.verdict() == null ? verdict.equals("NONE") : verdict.equals(view.verdict()));
  }

  private static Comparator<ConcentrationView> order(@Nullable ConcentrationSort sort) {
    var byKey = Comparator.comparing((ConcentrationView view) -> key(key(view)));
    return sort == null
        ? byKey
        : Comparator.comparing(
                (ConcentrationView view) -> place(sort.place(view)),
                Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(byKey);
  }

  private static boolean isAfter(ConcentrationView view, Range range) {
    var after = range.after();
    if (after == null) {
      return true;
    }
    if (range.sort() == null) {
      return key(key(view)).compareTo(key(after)) > 0;
    }
    int compared =
        Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder())
            .compare(place(range.sort().place(view)), place(after.getFirst()));
    return compared > 0
        || (compared == 0 && key(key(view)).compareTo(key(after.subList(1, after.size()))) > 0);
  }

  // Null is where a missing figure is placed: last.
  private static @Nullable BigDecimal place(String place) {
    return place.equals(ConcentrationSort.LAST) ? null : new BigDecimal(place);
  }

  static List<String> key(ConcentrationView view) {
    return List.of(
        view.importer(), view.classification(), view.product(), view.freq(), view.period());
  }

  private static String key(List<String> parts) {
    return String.join(SEPARATOR, parts);
  }
}

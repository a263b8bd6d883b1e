package org.ecosec.trade.indicator;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.ecosec.trade.indicator.ImportDependency.Basis;
import org.jspecify.annotations.Nullable;

/** What a dependency is chosen and sorted by. */
record RankedDependency(
    SectorRanks.Place cell,
    @Nullable String verdict,
    int yearsMet,
    @Nullable BigDecimal hhiLower,
    @Nullable BigDecimal worldHhiLower,
    @Nullable BigDecimal importsToExports,
    BigDecimal importsUsd,
    @Nullable BigDecimal importDependency,
    Basis basis) {

  static final Comparator<RankedDependency> BY_KEY = Comparator.comparing(ranked -> ranked.key());

  // Below every character of a code, so that keys are in the order of their parts.
  private static final String SEPARATOR = "\u001f";

  static RankedDependency of(DependencyView view) {
    return new RankedDependency(
        new SectorRanks.Place(
            view.importer(),
            view.classification(),
            view.product(),
            view.freq(),
            view.period(),
            null),
        view.verdict(),
        view.yearsMet(),
        view.hhiLower(),
        view.worldHhiLower(),
        view.importsToExports(),
        view.importsUsd(),
        view.importDependency(),
        Basis.valueOf(view.importDependencyBasis()));
  }

  String key() {
    return key(
        List.of(
            cell.importer(), cell.classification(), cell.product(), cell.freq(), cell.period()));
  }

  static String key(List<String> parts) {
    return String.join(SEPARATOR, parts);
  }

  boolean is(@Nullable String wantedVerdict, @Nullable Basis wantedBasis) {
    boolean decided =
        wantedVerdict == null
            || (verdict == null ? wantedVerdict.equals("NONE") : wantedVerdict.equals(verdict));
    return decided && (wantedBasis == null || wantedBasis == basis);
  }
}

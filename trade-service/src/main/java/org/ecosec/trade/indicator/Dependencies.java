package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.ecosec.trade.indicator.DependencyView.YearView;
import org.ecosec.trade.indicator.math.GeoDep;
import org.ecosec.trade.indicator.math.GeoDep.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Derives dependencies from concentrations, own exports and the world's, as known at a revision.
 */
@ApplicationScoped
class Dependencies {

  private static final int RATIO_DECIMALS = 12;

  private final Concentrations concentrations;
  private final DependencyYears years;
  private final IndicatorConfig config;

  Dependencies(Concentrations concentrations, DependencyYears years, IndicatorConfig config) {
    this.concentrations = concentrations;
    this.years = years;
    this.config = config;
  }

  /** In the order of the cells; {@code after} is the key of the last cell seen. */
  List<DependencyView> find(
      DependencyFilter filter, long revision, @Nullable List<String> after, int limit) {
    var cells =
        concentrations.find(filter.cells(), new Concentrations.Range(revision, null, after, limit));
    return of(cells, revision);
  }

  List<DependencyView> of(List<ConcentrationView> cells, long revision) {
    var criteria = years.of(cells.stream().map(SectorRanks.Place::of).toList(), revision);
    var found = new ArrayList<DependencyView>();
    for (int i = 0; i < cells.size(); i++) {
      found.add(view(cells.get(i), criteria.get(i)));
    }
    return found;
  }

  /** The verdict of one cell without its figures. */
  record State(@Nullable String verdict, List<String> reasons, int yearsMet) {}

  State state(SectorRanks.Place cell, long revision) {
    var of = years.of(List.of(cell), revision).getFirst();
    var verdict = verdict(of);
    return new State(verdict, verdict == null ? reasons(of) : List.of(), count(of, Answer.YES));
  }

  private @Nullable String verdict(List<YearView> years) {
    return GeoDep.verdict(
            years.stream().map(year -> new GeoDep.Year(year.c1(), year.c2(), year.c3())).toList(),
            config.yearsOfThree())
        .map(Enum::name)
        .orElse(null);
  }

  private DependencyView view(ConcentrationView cell, List<YearView> of) {
    var verdict = verdict(of);
    var now = of.getFirst();
    return new DependencyView(
        cell.importer(),
        cell.product(),
        cell.productName(),
        cell.classification(),
        cell.edition(),
        cell.freq(),
        cell.period(),
        verdict,
        verdict == null ? reasons(of) : List.of(),
        count(of, Answer.YES),
        count(of, Answer.UNKNOWN),
        of,
        now.importsToExports(),
        tradeOnly(cell.totalUsd(), now.exportsUsd()),
        "TRADE_ONLY",
        cell.totalUsd(),
        now.exportsUsd(),
        now.hhiLower(),
        now.worldHhiLower(),
        thresholds(),
        cell.confidence(),
        cell.inputsAt(),
        cell.source(),
        cell.dataThrough(),
        cell.vintage(),
        DependencyView.METHOD,
        cell.revision());
  }

  private static int count(List<YearView> years, Answer answer) {
    return (int) years.stream().filter(year -> year.all() == answer).count();
  }

  // What keeps the open years open.
  private static List<String> reasons(List<YearView> years) {
    var reasons = new LinkedHashSet<String>();
    years.stream()
        .filter(year -> year.all() == Answer.UNKNOWN)
        .forEach(year -> reasons.addAll(year.reasons()));
    return List.copyOf(reasons);
  }

  /** Imports over imports plus exports: production is not known, so it says little by itself. */
  private static @Nullable BigDecimal tradeOnly(BigDecimal imports, @Nullable BigDecimal exports) {
    if (exports == null || imports.add(exports).signum() <= 0) {
      return null;
    }
    return imports.divide(imports.add(exports), RATIO_DECIMALS, RoundingMode.HALF_EVEN);
  }

  private List<Threshold> thresholds() {
    return List.of(
        Threshold.rule("C1", config.concentrationThreshold(), config.concentrationCitation()),
        Threshold.rule("C2", config.worldExportThreshold(), config.worldExportCitation()),
        Threshold.rule("C3", config.importsToExportsThreshold(), config.importsToExportsCitation()),
        Threshold.rule("C4", config.yearsOfThree() - 1, config.yearsCitation()));
  }
}

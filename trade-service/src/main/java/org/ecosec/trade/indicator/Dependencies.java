package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.ecosec.trade.indicator.DependencyView.YearView;
import org.ecosec.trade.indicator.math.GeoDep;
import org.ecosec.trade.indicator.math.GeoDep.Answer;
import org.ecosec.trade.production.KnownProduction;
import org.ecosec.trade.production.KnownProductions;
import org.jspecify.annotations.Nullable;

/**
 * Derives dependencies from concentrations, own exports and the world's, as known at a revision.
 */
@ApplicationScoped
class Dependencies {

  private final Concentrations concentrations;
  private final DependencyYears years;
  private final KnownProductions productions;
  private final IndicatorConfig config;

  Dependencies(
      Concentrations concentrations,
      DependencyYears years,
      KnownProductions productions,
      IndicatorConfig config) {
    this.concentrations = concentrations;
    this.years = years;
    this.productions = productions;
    this.config = config;
  }

  /** In the order of the cells; {@code after} is the key of the last cell seen. */
  List<DependencyView> find(
      DependencyFilter filter, long revision, @Nullable List<String> after, int limit) {
    var cells =
        concentrations.find(filter.cells(), new Concentrations.Range(revision, null, after, limit));
    return of(cells, revision);
  }

  /** Those of some cells, in their order. */
  List<DependencyView> at(List<SectorRanks.Place> cells, DependencyFilter filter, long revision) {
    return of(concentrations.at(cells, filter.cells(), revision), revision);
  }

  List<DependencyView> of(List<ConcentrationView> cells, long revision) {
    var places = cells.stream().map(SectorRanks.Place::of).toList();
    var criteria = years.of(places, revision);
    var known = productions.of(places.stream().map(Dependencies::produced).toList(), revision);
    var found = new ArrayList<DependencyView>();
    for (int i = 0; i < cells.size(); i++) {
      found.add(view(cells.get(i), criteria.get(i), known.get(i)));
    }
    return found;
  }

  static KnownProductions.Cell produced(SectorRanks.Place cell) {
    return new KnownProductions.Cell(
        cell.importer(), cell.classification(), cell.product(), cell.period());
  }

  /** The verdict of one cell without its figures. */
  record State(@Nullable String verdict, List<String> reasons, int yearsMet) {}

  State state(SectorRanks.Place cell, long revision) {
    var of = years.of(List.of(cell), revision).getFirst();
    var verdict = verdict(of);
    return new State(verdict, verdict == null ? reasons(of) : List.of(), count(of, Answer.YES));
  }

  @Nullable String verdict(List<YearView> years) {
    return GeoDep.verdict(
            years.stream().map(year -> new GeoDep.Year(year.c1(), year.c2(), year.c3())).toList(),
            config.yearsOfThree())
        .map(Enum::name)
        .orElse(null);
  }

  private DependencyView view(ConcentrationView cell, List<YearView> of, KnownProduction known) {
    var verdict = verdict(of);
    var now = of.getFirst();
    var imported = ImportDependency.of(known, cell.totalUsd(), now.exportsUsd());
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
        imported.value(),
        imported.basis().name(),
        imported.reason(),
        imported.production(),
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

  static int count(List<YearView> years, Answer answer) {
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

  private List<Threshold> thresholds() {
    return List.of(
        Threshold.rule("C1", config.concentrationThreshold(), config.concentrationCitation()),
        Threshold.rule("C2", config.worldExportThreshold(), config.worldExportCitation()),
        Threshold.rule("C3", config.importsToExportsThreshold(), config.importsToExportsCitation()),
        Threshold.rule("C4", config.yearsOfThree() - 1, config.yearsCitation()));
  }
}

package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.indicator.Concentrations.Imported;
import org.ecosec.trade.indicator.math.GeoDep.Answer;
import org.ecosec.trade.production.KnownProductions;

/**
 * All dependencies of a filter with what they are chosen and sorted by, in the order of their keys.
 * They rest on a revision, so they never change: those of the last few filters are kept, and only
 * the first page of a filter waits for them.
 */
@ApplicationScoped
class DependencyRanking {

  private static final int MAX_CELLS = 100_000;
  private static final int CHUNK = 5_000;

  private final Concentrations concentrations;
  private final Dependencies dependencies;
  private final DependencyYears years;
  private final KnownProductions productions;
  private final LinkedHashMap<Wanted, List<RankedDependency>> kept =
      new LinkedHashMap<>(16, 0.75f, true);

  DependencyRanking(
      Concentrations concentrations,
      Dependencies dependencies,
      DependencyYears years,
      KnownProductions productions) {
    this.concentrations = concentrations;
    this.dependencies = dependencies;
    this.years = years;
    this.productions = productions;
  }

  /** Which cells, as known when. */
  private record Wanted(DependencyFilter.Cells cells, long revision) {}

  List<RankedDependency> of(DependencyFilter filter, long revision) {
    var wanted = new Wanted(filter.which(), revision);
    synchronized (kept) {
      var known = kept.get(wanted);
      if (known != null) {
        return known;
      }
    }
    var ranked = rank(filter, revision);
    keep(wanted, ranked);
    return ranked;
  }

  private List<RankedDependency> rank(DependencyFilter filter, long revision) {
    var cells = concentrations.imported(filter.cells(), revision, MAX_CELLS + 1);
    if (cells.size() > MAX_CELLS) {
      throw Problem.badRequest(
              "too-wide", "Name a period or a range of periods: these are too many to sort.")
          .at("query:period", "is missing");
    }
    var ranked = new ArrayList<RankedDependency>(cells.size());
    for (int from = 0; from < cells.size(); from += CHUNK) {
      ranked.addAll(chunk(cells.subList(from, Math.min(cells.size(), from + CHUNK)), revision));
    }
    return List.copyOf(ranked);
  }

  private List<RankedDependency> chunk(List<Imported> cells, long revision) {
    var places = cells.stream().map(Imported::cell).toList();
    var criteria = years.of(places, revision);
    var known = productions.of(places.stream().map(Dependencies::produced).toList(), revision);
    var ranked = new ArrayList<RankedDependency>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      var now = criteria.get(i).getFirst();
      var importsUsd = cells.get(i).totalUsd();
      var imported = ImportDependency.of(known.get(i), importsUsd, now.exportsUsd());
      ranked.add(
          new RankedDependency(
              cells.get(i).cell(),
              dependencies.verdict(criteria.get(i)),
              Dependencies.count(criteria.get(i), Answer.YES),
              now.hhiLower(),
              now.worldHhiLower(),
              now.importsToExports(),
              importsUsd,
              imported.value(),
              imported.basis()));
    }
    return ranked;
  }

  // The least recently asked go first.
  private void keep(Wanted wanted, List<RankedDependency> ranked) {
    synchronized (kept) {
      kept.put(wanted, ranked);
      long cells = kept.values().stream().mapToLong(List::size).sum();
      for (var oldest = kept.entrySet().iterator(); cells > MAX_CELLS && oldest.hasNext(); ) {
        cells -= oldest.next().getValue().size();
        oldest.remove();
      }
    }
  }
}

package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.ecosec.trade.reference.Baskets;
import org.ecosec.trade.reference.Products;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.reference.Sectors.SectorCode;
import org.jspecify.annotations.Nullable;

/** Adds up the concentrations of a basket without counting a code inside another one twice. */
@ApplicationScoped
class SectorIndicators {

  private static final int MAX_CELLS = 100_000;
  private static final int SHARE_DECIMALS = 12;

  private final Concentrations concentrations;
  private final Dependencies dependencies;
  private final Sectors sectors;

  SectorIndicators(Concentrations concentrations, Dependencies dependencies, Sectors sectors) {
    this.concentrations = concentrations;
    this.dependencies = dependencies;
    this.sectors = sectors;
  }

  /** Cells that are added up together; in the order of a list. */
  record Group(
      String importer,
      String scheme,
      String sector,
      String classification,
      String freq,
      String period,
      String source)
      implements Comparable<Group> {

    private static final Comparator<Group> ORDER =
        Comparator.comparing(group -> String.join("\u001f", group.parts()));

    String[] parts() {
      return new String[] {importer, scheme, sector, classification, freq, period, source};
    }

    @Override
    public int compareTo(Group other) {
      return ORDER.compare(this, other);
    }
  }

  List<SectorIndicatorView> find(
      ConcentrationFilter filter, @Nullable String scheme, long revision) {
    var baskets = sectors.at(revision);
    var wanted = new TreeSet<String>();
    for (SectorCode code : baskets.all()) {
      if ((filter.sector == null || filter.sector.equals(code.sector()))
          && (scheme == null || scheme.equals(code.scheme()))) {
        wanted.add(code.sector());
      }
    }
    var groups = new TreeMap<Group, List<ConcentrationView>>();
    for (String sector : wanted) {
      filter.sector = sector;
      var range = new Concentrations.Range(revision, null, null, MAX_CELLS);
      for (ConcentrationView cell : concentrations.find(filter, range)) {
        baskets.with(cell.classification(), cell.product()).stream()
            .filter(in -> in.sector().equals(sector))
            .filter(in -> scheme == null || scheme.equals(in.scheme()))
            .forEach(in -> groups.computeIfAbsent(group(in, cell), key -> list()).add(cell));
      }
    }
    var verdicts = verdicts(groups, revision);
    return groups.entrySet().stream()
        .map(group -> view(group.getKey(), group.getValue(), verdicts, baskets))
        .toList();
  }

  private static List<ConcentrationView> list() {
    return new ArrayList<>();
  }

  private static Group group(SectorCode in, ConcentrationView cell) {
    return new Group(
        cell.importer(),
        in.scheme(),
        in.sector(),
        cell.classification(),
        cell.freq(),
        cell.period(),
        cell.source());
  }

  // GeoDep speaks of whole years only.
  private Map<SectorRanks.Place, @Nullable String> verdicts(
      Map<Group, List<ConcentrationView>> groups, long revision) {
    var cells =
        groups.values().stream()
            .flatMap(List::stream)
            .filter(cell -> cell.freq().equals("A"))
            .distinct()
            .toList();
    var verdicts = new HashMap<SectorRanks.Place, @Nullable String>();
    var found = dependencies.of(cells, revision);
    for (int i = 0; i < cells.size(); i++) {
      verdicts.put(SectorRanks.Place.of(cells.get(i)), found.get(i).verdict());
    }
    return verdicts;
  }

  private static SectorIndicatorView view(
      Group group,
      List<ConcentrationView> reported,
      Map<SectorRanks.Place, @Nullable String> verdicts,
      Baskets baskets) {
    var basket =
        baskets.in(group.sector()).stream()
            .filter(code -> code.scheme().equals(group.scheme()))
            .toList();
    var cells = reported.stream().filter(cell -> !insideAnother(cell, reported)).toList();
    var total = sum(cells, cell -> true);
    var concentrated = sum(cells, cell -> "CONCENTRATED".equals(cell.verdict()));
    var undecided = sum(cells, cell -> cell.verdict() == null);
    var most =
        cells.stream()
            .filter(cell -> cell.hhiLower() != null)
            .max(Comparator.comparing(cell -> lower(cell)))
            .orElse(null);
    boolean yearly = group.freq().equals("A");
    return new SectorIndicatorView(
        group.importer(),
        group.scheme(),
        basket.getFirst().version(),
        group.sector(),
        group.classification(),
        group.freq(),
        group.period(),
        (int)
            basket.stream()
                .filter(code -> code.classification().equals(group.classification()))
                .count(),
        reported.size(),
        cells.size(),
        total,
        concentrated,
        undecided,
        share(concentrated, total),
        share(undecided, total),
        total.signum() > 0 ? null : "NO_DATA",
        count(cells, cell -> "CONCENTRATED".equals(cell.verdict())),
        count(cells, cell -> "NOT_CONCENTRATED".equals(cell.verdict())),
        count(cells, cell -> cell.verdict() == null),
        count(cells, cell -> "DEPENDENT".equals(verdicts.get(SectorRanks.Place.of(cell)))),
        count(cells, cell -> "NOT_DEPENDENT".equals(verdicts.get(SectorRanks.Place.of(cell)))),
        count(cells, cell -> yearly && verdicts.get(SectorRanks.Place.of(cell)) == null),
        most == null ? null : most.product(),
        most == null ? null : most.hhiLower(),
        group.source(),
        cells.stream().map(ConcentrationView::dataThrough).max(String::compareTo).orElse(""),
        SectorIndicatorView.METHOD,
        cells.stream().mapToLong(ConcentrationView::revision).max().orElse(0));
  }

  private static BigDecimal lower(ConcentrationView cell) {
    return Objects.requireNonNullElse(cell.hhiLower(), BigDecimal.ZERO);
  }

  // Only codes of HS lie inside each other; of Japan's commodities a basket holds leaves.
  private static boolean insideAnother(ConcentrationView cell, List<ConcentrationView> reported) {
    return cell.classification().equals(Products.HS)
        && reported.stream()
            .map(ConcentrationView::product)
            .anyMatch(
                other ->
                    other.length() < cell.product().length() && cell.product().startsWith(other));
  }

  private static BigDecimal sum(List<ConcentrationView> cells, Predicate<ConcentrationView> which) {
    return cells.stream()
        .filter(which)
        .map(ConcentrationView::totalUsd)
        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  private static int count(List<ConcentrationView> cells, Predicate<ConcentrationView> which) {
    return (int) cells.stream().filter(which).count();
  }

  private static @Nullable BigDecimal share(BigDecimal part, BigDecimal total) {
    return total.signum() > 0 ? part.divide(total, SHARE_DECIMALS, RoundingMode.HALF_EVEN) : null;
  }
}

package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.indicator.ConcentrationView.SectorRank;
import org.ecosec.trade.indicator.StoredConcentrations.Change;
import org.ecosec.trade.observation.SliceChanged;
import org.ecosec.trade.observation.SliceChanged.SliceKey;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Products;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.reference.TradeSources;
import org.ecosec.trade.reference.Watchlist;
import org.jspecify.annotations.Nullable;

/**
 * What is told of changed concentrations: the watched ones, from the source that speaks for the
 * cell, older periods first.
 */
@ApplicationScoped
class IndicatorEvents {

  private final Database database;
  private final Watchlist watchlist;
  private final Economies economies;
  private final Products products;
  private final Sectors sectors;
  private final TradeSources sources;
  private final SectorRanks sectorRanks;
  private final DependencyChanges dependencies;

  IndicatorEvents(
      Database database,
      Watchlist watchlist,
      Economies economies,
      Products products,
      Sectors sectors,
      TradeSources sources,
      SectorRanks sectorRanks,
      DependencyChanges dependencies) {
    this.database = database;
    this.watchlist = watchlist;
    this.economies = economies;
    this.products = products;
    this.sectors = sectors;
    this.sources = sources;
    this.sectorRanks = sectorRanks;
    this.dependencies = dependencies;
  }

  List<OutboxEvent> of(
      List<Change> changes,
      Map<TouchedCell, Cell> cells,
      Map<Integer, SliceChanged> slices,
      long revision) {
    var watched = watchlist.now();
    var told = new ArrayList<IndicatorChanged>();
    for (Change change : changes) {
      var news = slices.get(change.key().sliceId());
      // Figures computed again without news tell nobody.
      if (news == null) {
        continue;
      }
      var slice = news.slice();
      var product = change.key().product();
      if (watched.watches(slice.reporter(), slice.classification(), product)
          && speaksForCell(slice, product)) {
        told.add(event(change, cells.get(change.key()), news, revision));
      }
    }
    return told.stream()
        .sorted(
            Comparator.comparing(IndicatorChanged::topicKey)
                .thenComparing(IndicatorChanged::period))
        .map(changed -> new OutboxEvent("trade.indicators.v1", changed.topicKey(), changed))
        .toList();
  }

  private IndicatorChanged event(
      Change change, @Nullable Cell cell, SliceChanged news, long revision) {
    var slice = news.slice();
    var product = change.key().product();
    var newestPeriod = newestPeriod(slice, product);
    var current =
        change.current() == null
            ? new Cell(change.key().sliceId(), slice.reporter(), product).figures(1)
            : change.current();
    var inputs =
        cell == null ? List.<Cell.Input>of() : cell.inputs(current.totalUsd().doubleValue());
    return new IndicatorChanged(
        "CONCENTRATION",
        slice.reporter(),
        product,
        products.name(slice.classification(), product),
        slice.classification(),
        slice.edition(),
        sectors.now().sectors(slice.classification(), product),
        ranks(slice, product, current, revision),
        slice.freq(),
        slice.period(),
        slice.period().equals(newestPeriod),
        news.baseline(),
        news.backfill(),
        slice.source(),
        newestPeriod,
        IndicatorChanged.METHOD,
        revision,
        current,
        change.previous(),
        dependency(slice, product, newestPeriod, revision),
        inputs,
        names(slice.reporter(), inputs));
  }

  // Of the newest year only: nobody is told of older ones.
  private @Nullable DependencyChange dependency(
      SliceKey slice, String product, String newestPeriod, long revision) {
    return slice.freq().equals("A") && slice.period().equals(newestPeriod)
        ? dependencies.of(slice.reporter(), slice.classification(), product, revision).orElse(null)
        : null;
  }

  private List<SectorRank> ranks(SliceKey slice, String product, Figures current, long revision) {
    var place =
        new SectorRanks.Place(
            slice.reporter(),
            slice.classification(),
            product,
            slice.freq(),
            slice.period(),
            current.hhiLower());
    return sectorRanks.of(List.of(place), revision).getOrDefault(place, List.of());
  }

  /** Whether no source that is preferred to this one reports the same cell. */
  private boolean speaksForCell(SliceKey slice, String product) {
    return database.number(
            """
            select count(*) from concentration c
            where c.reporter = ? and c.classification = ? and c.freq = ?
              and c.period = ? and c.product = ? and c.to_revision is null
              and (coalesce(array_position(?::text[], c.source), 1000), c.source)
                < (coalesce(array_position(?::text[], ?), 1000), ?)
            """,
            slice.reporter(),
            slice.classification(),
            slice.freq(),
            slice.period(),
            product,
            sources.preference(),
            sources.preference(),
            slice.source(),
            slice.source())
        == 0;
  }

  private Map<String, String> names(String importer, List<Cell.Input> inputs) {
    var names = new TreeMap<String, String>();
    names.put(importer, economies.of(importer).name());
    inputs.forEach(input -> names.put(input.partner(), economies.of(input.partner()).name()));
    return names;
  }

  /**
   * The last period of a series: the same importer, product, source and frequency. It is asked of
   * the observations, which an import shows all at once; concentrations follow slice by slice.
   */
  private String newestPeriod(SliceKey slice, String product) {
    return database
        .first(
            """
            select max(s.period) from slice s
            where s.reporter = ? and s.flow = 'IMPORT' and s.classification = ? and s.freq = ?
              and s.source = ? and exists (
                select 1 from observation o
                where o.slice_id = s.id and o.classification = s.classification and o.year = s.year
                  and o.product = ? and o.to_revision is null)
            """,
            row -> row.getString(1),
            slice.reporter(),
            slice.classification(),
            slice.freq(),
            slice.source(),
            product)
        .orElse(slice.period());
  }
}

package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.indicator.StoredConcentrations.CellKey;
import org.ecosec.trade.indicator.StoredConcentrations.Change;
import org.ecosec.trade.observation.SliceChanged;
import org.ecosec.trade.observation.SliceChanged.SliceKey;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Products;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.reference.TradeSources;
import org.ecosec.trade.reference.Watchlist;

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

  IndicatorEvents(
      Database database,
      Watchlist watchlist,
      Economies economies,
      Products products,
      Sectors sectors,
      TradeSources sources) {
    this.database = database;
    this.watchlist = watchlist;
    this.economies = economies;
    this.products = products;
    this.sectors = sectors;
    this.sources = sources;
  }

  List<OutboxEvent> of(
      List<Change> changes,
      Map<CellKey, Cell> cells,
      Map<Integer, SliceChanged> slices,
      long revision) {
    var watched = watchlist.now();
    var told = new ArrayList<IndicatorChanged>();
    for (Change change : changes) {
      var news = slices.get(change.key().sliceId());
      var cell = cells.get(change.key());
      if (news == null || cell == null) {
        throw new IllegalStateException("A changed cell has lost its slice: " + change.key());
      }
      var slice = news.slice();
      if (watched.watches(slice.reporter(), slice.classification(), cell.product())
          && speaksForCell(slice, cell.product())) {
        told.add(event(change, cell, news, revision));
      }
    }
    return told.stream()
        .sorted(
            Comparator.comparing(IndicatorChanged::topicKey)
                .thenComparing(IndicatorChanged::period))
        .map(changed -> new OutboxEvent("trade.indicators.v1", changed.topicKey(), changed))
        .toList();
  }

  private IndicatorChanged event(Change change, Cell cell, SliceChanged news, long revision) {
    var slice = news.slice();
    var newestPeriod = newestPeriod(slice, cell.product());
    var inputs = cell.inputs(change.current().totalUsd().doubleValue());
    return new IndicatorChanged(
        "CONCENTRATION",
        slice.reporter(),
        cell.product(),
        products.name(slice.classification(), cell.product()),
        slice.classification(),
        slice.edition(),
        sectors.of(slice.classification(), cell.product()),
        slice.freq(),
        slice.period(),
        slice.period().equals(newestPeriod),
        news.baseline(),
        news.backfill(),
        slice.source(),
        newestPeriod,
        IndicatorChanged.METHOD,
        revision,
        change.current(),
        change.previous(),
        inputs,
        names(slice.reporter(), inputs));
  }

  /** Whether no source that is preferred to this one reports the same cell. */
  private boolean speaksForCell(SliceKey slice, String product) {
    return database.number(
            """
            select count(*) from concentration c join slice s on s.id = c.slice_id
            where s.reporter = ? and s.flow = 'IMPORT' and s.classification = ? and s.freq = ?
              and s.period = ? and c.product = ? and c.to_revision is null
              and (coalesce(array_position(?::text[], s.source), 1000), s.source)
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

package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.trade.indicator.DependencyChanges.Newest;
import org.ecosec.trade.indicator.StoredConcentrations.Change;
import org.ecosec.trade.indicator.WorldExports.Group;
import org.ecosec.trade.observation.Flow;
import org.ecosec.trade.observation.SliceChanged;
import org.ecosec.trade.observation.SliceChanged.SliceKey;
import org.ecosec.trade.reference.Watchlist;

/**
 * What is told where the world's exports turned the verdict of a watched dependency although the
 * importer's own figures stayed as they were.
 */
@ApplicationScoped
class DependencyEvents {

  private final DependencyChanges changes;
  private final StoredConcentrations stored;
  private final Cells cells;
  private final IndicatorEvents events;
  private final Watchlist watchlist;

  DependencyEvents(
      DependencyChanges changes,
      StoredConcentrations stored,
      Cells cells,
      IndicatorEvents events,
      Watchlist watchlist) {
    this.changes = changes;
    this.stored = stored;
    this.cells = cells;
    this.events = events;
    this.watchlist = watchlist;
  }

  List<OutboxEvent> of(Group group, List<String> products, long revision, boolean silent) {
    var watched = watchlist.now();
    var told = new ArrayList<OutboxEvent>();
    for (String importer : watchlist.importers()) {
      for (String product : products) {
        if (watched.watches(importer, group.classification(), product)) {
          changes
              .of(importer, group.classification(), product, revision)
              .filter(DependencyChange::changed)
              .flatMap(
                  change -> changes.newest(importer, group.classification(), product, revision))
              .ifPresent(
                  cell ->
                      told.addAll(
                          events(
                              slice(importer, group.classification(), cell),
                              new TouchedCell(cell.sliceId(), product),
                              revision,
                              silent)));
        }
      }
    }
    return told;
  }

  private List<OutboxEvent> events(SliceKey slice, TouchedCell key, long revision, boolean silent) {
    var figures = stored.open(List.of(key)).get(key);
    var news = new SliceChanged(slice, "", 0, 0, 0, revision, false, silent);
    var rows = new java.util.HashMap<TouchedCell, Cell>();
    cells.of(List.of(key)).forEach(cell -> rows.put(key, cell));
    return events.of(
        List.of(new Change(key, figures, figures)),
        rows,
        java.util.Map.of(key.sliceId(), news),
        revision);
  }

  private static SliceKey slice(String importer, String classification, Newest cell) {
    return new SliceKey(
        cell.source(),
        importer,
        Flow.IMPORT,
        classification,
        cell.edition().isEmpty() ? null : cell.edition(),
        "A",
        cell.period());
  }
}

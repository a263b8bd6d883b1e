package org.ecosec.trade.indicator;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.trade.indicator.StoredConcentrations.Change;
import org.ecosec.trade.indicator.TouchedCells.Touched;
import org.ecosec.trade.observation.SliceChanged;

/**
 * Brings concentrations up to date with what an import touched, a few slices in a transaction. It
 * recomputes from the observations as they are, so that repeated or late news changes nothing.
 */
@ApplicationScoped
class ConcentrationUpdate {

  private static final int MAX_SECONDS = 1_800;

  private final TouchedCells touched;
  private final Cells cells;
  private final StoredConcentrations stored;
  private final IndicatorEvents events;
  private final Revisions revisions;
  private final Outbox outbox;
  private final IndicatorConfig config;

  ConcentrationUpdate(
      TouchedCells touched,
      Cells cells,
      StoredConcentrations stored,
      IndicatorEvents events,
      Revisions revisions,
      Outbox outbox,
      IndicatorConfig config) {
    this.touched = touched;
    this.cells = cells;
    this.stored = stored;
    this.events = events;
    this.revisions = revisions;
    this.outbox = outbox;
    this.config = config;
  }

  @Transactional(TxType.REQUIRES_NEW)
  @TransactionConfiguration(timeout = MAX_SECONDS)
  void update(List<Touched> part) {
    long revision = revisions.begin();
    var slices = new HashMap<Integer, SliceChanged>();
    // The last news of a slice says whether anybody is to be told.
    part.forEach(news -> slices.put(news.sliceId(), news.news()));
    write(touched.cells(part), slices, revision);
  }

  /** Computes every cell of some slices again; answers how many changed. Nobody is told. */
  @Transactional(TxType.REQUIRES_NEW)
  @TransactionConfiguration(timeout = MAX_SECONDS)
  int recompute(List<Integer> sliceIds) {
    long revision = revisions.begin();
    return write(touched.all(sliceIds), Map.of(), revision);
  }

  private int write(List<TouchedCell> keys, Map<Integer, SliceChanged> slices, long revision) {
    if (keys.isEmpty()) {
      return 0;
    }
    var known = stored.open(keys);
    var changes = new ArrayList<Change>();
    var changed = new HashMap<TouchedCell, Cell>();
    for (Cell cell : cells.of(keys)) {
      var key = new TouchedCell(cell.sliceId(), cell.product());
      var current = cell.figures(config.concentrationThreshold());
      var previous = known.remove(key);
      if (!current.equals(previous)) {
        changes.add(new Change(key, current, previous));
        changed.put(key, cell);
      }
    }
    // What is left has no observation any more.
    known.forEach((key, previous) -> changes.add(new Change(key, null, previous)));
    if (changes.isEmpty()) {
      return 0;
    }
    stored.write(changes, revision);
    outbox.appendAll(events.of(changes, changed, slices, revision));
    revisions.publish(revision);
    return changes.size();
  }
}

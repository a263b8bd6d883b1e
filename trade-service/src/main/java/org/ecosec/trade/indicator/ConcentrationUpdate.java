package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.indicator.StoredConcentrations.CellKey;
import org.ecosec.trade.indicator.StoredConcentrations.Change;
import org.ecosec.trade.observation.Flow;
import org.ecosec.trade.observation.SliceChanged;
import org.ecosec.trade.observation.SliceChanged.SliceKey;

/**
 * Brings concentrations up to date with what an import touched. It recomputes from the observations
 * as they are, so that repeated or late news changes nothing.
 */
@ApplicationScoped
class ConcentrationUpdate {

  private final Database database;
  private final Cells cells;
  private final StoredConcentrations stored;
  private final IndicatorEvents events;
  private final Revisions revisions;
  private final Outbox outbox;

  ConcentrationUpdate(
      Database database,
      Cells cells,
      StoredConcentrations stored,
      IndicatorEvents events,
      Revisions revisions,
      Outbox outbox) {
    this.database = database;
    this.cells = cells;
    this.stored = stored;
    this.events = events;
    this.revisions = revisions;
    this.outbox = outbox;
  }

  @Transactional
  void update(List<SliceChanged> news) {
    var imports = news.stream().filter(changed -> changed.slice().flow() == Flow.IMPORT).toList();
    var slices = slices(imports);
    if (slices.isEmpty()) {
      return;
    }
    long revision = revisions.begin();
    var known = stored.open(slices.keySet());
    var changes = new ArrayList<Change>();
    var cellsByKey = new HashMap<CellKey, Cell>();
    var touchedBy = imports.stream().map(SliceChanged::revision).distinct().toList();
    for (Cell cell : cells.touched(slices.keySet(), touchedBy)) {
      var key = new CellKey(cell.sliceId(), cell.product());
      var current = Figures.of(cell.concentration());
      var previous = known.get(key);
      if (!current.equals(previous)) {
        changes.add(new Change(key, current, previous));
        cellsByKey.put(key, cell);
      }
    }
    if (changes.isEmpty()) {
      return;
    }
    stored.write(changes, revision);
    outbox.appendAll(events.of(changes, cellsByKey, slices, revision));
    revisions.publish(revision);
  }

  // The last news of a slice says whether anybody is to be told.
  private Map<Integer, SliceChanged> slices(List<SliceChanged> imports) {
    var slices = new HashMap<Integer, SliceChanged>();
    for (SliceChanged changed : imports) {
      slices.put(id(changed.slice()), changed);
    }
    return slices;
  }

  private int id(SliceKey slice) {
    return (int)
        database.number(
            """
            select id from slice where source = ? and reporter = ? and flow = ?
              and classification = ? and edition = ? and freq = ? and period = ?
            """,
            slice.source(),
            slice.reporter(),
            slice.flow(),
            slice.classification(),
            slice.edition() == null ? "" : slice.edition(),
            slice.freq(),
            slice.period());
  }
}

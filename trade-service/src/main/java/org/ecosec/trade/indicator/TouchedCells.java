package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.observation.Flow;
import org.ecosec.trade.observation.SliceChanged;
import org.ecosec.trade.observation.SliceChanged.SliceKey;

/** Finds what news of observations touches. */
@ApplicationScoped
class TouchedCells {

  /** Rows that may be worked on in one transaction, so that memory stays flat. */
  private static final long MAX_ROWS = 20_000;

  private final Database database;

  TouchedCells(Database database) {
    this.database = database;
  }

  /** News of one slice with the number that the slice has here. */
  record Touched(int sliceId, SliceChanged news) {}

  /** The news of one flow, cut so that no part has many more rows than fit in memory. */
  List<List<Touched>> parts(List<SliceChanged> news, Flow flow) {
    var parts = new ArrayList<List<Touched>>();
    long rows = MAX_ROWS;
    for (SliceChanged changed : news) {
      if (changed.slice().flow() != flow) {
        continue;
      }
      var id = slice(changed.slice());
      if (id.isEmpty()) {
        continue;
      }
      if (rows >= MAX_ROWS) {
        parts.add(new ArrayList<>());
        rows = 0;
      }
      parts.getLast().add(new Touched(id.get(), changed));
      rows += changed.added() + changed.revised() + changed.deleted();
    }
    return parts;
  }

  /** The cells of the slices in which one of the revisions added or closed a row, in order. */
  List<TouchedCell> cells(List<Touched> part) {
    return database.list(
        """
        select distinct o.slice_id, o.product from observation o join slice s
          on s.id = o.slice_id and s.classification = o.classification and s.year = o.year
        where s.id = any(?::integer[]) and (o.from_revision = any(?) or o.to_revision = any(?))
        order by 1, 2
        """,
        row -> new TouchedCell(row.getInt(1), row.getString(2)),
        ids(part),
        revisions(part),
        revisions(part));
  }

  /** Every cell of slices, in order: those that are reported and those that once were. */
  List<TouchedCell> all(Collection<Integer> sliceIds) {
    return database.list(
        """
        select distinct o.slice_id, o.product from observation o join slice s
          on s.id = o.slice_id and s.classification = o.classification and s.year = o.year
        where s.id = any(?::integer[]) order by 1, 2
        """,
        row -> new TouchedCell(row.getInt(1), row.getString(2)),
        sliceIds);
  }

  private Optional<Integer> slice(SliceKey slice) {
    return database.first(
        """
        select id from slice where source = ? and reporter = ? and flow = ?
          and classification = ? and edition = ? and freq = ? and period = ?
        """,
        row -> row.getInt(1),
        slice.source(),
        slice.reporter(),
        slice.flow(),
        slice.classification(),
        slice.edition() == null ? "" : slice.edition(),
        slice.freq(),
        slice.period());
  }

  private static Collection<Integer> ids(List<Touched> part) {
    return part.stream().map(Touched::sliceId).distinct().toList();
  }

  private static Collection<Long> revisions(List<Touched> part) {
    return part.stream().map(touched -> touched.news().revision()).distinct().toList();
  }
}

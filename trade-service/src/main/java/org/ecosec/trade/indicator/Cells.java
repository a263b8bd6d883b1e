package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.reference.Economies;

/** Reads the rows behind concentrations, always in the order of slice, product and partner. */
@ApplicationScoped
public class Cells {

  private final Database database;
  private final Economies economies;

  Cells(Database database, Economies economies) {
    this.database = database;
    this.economies = economies;
  }

  /**
   * The cells of the slices in which one of the revisions changed something, as they are now. Each
   * touched cell is looked up once: an {@code in} is asked for every row, each time for the cell.
   */
  List<Cell> touched(Collection<Integer> sliceIds, Collection<Long> revisions) {
    return read(
        """
        with touched as materialized (
          select distinct slice_id, product from observation
          where slice_id = any(?) and (from_revision = any(?) or to_revision = any(?)))
        select s.id, s.reporter, o.product, o.partner, o.value_usd
        from slice s join observation o
            on o.slice_id = s.id and o.classification = s.classification and o.year = s.year
          join touched on touched.slice_id = o.slice_id and touched.product = o.product
        where s.id = any(?) and o.to_revision is null
        order by s.id, o.product, o.partner
        """,
        sliceIds,
        revisions,
        revisions,
        sliceIds);
  }

  /** The figures of one cell from the observations as they stand; empty if there are none. */
  public Optional<Figures> figures(int sliceId, String product) {
    return read(
            """
            select s.id, s.reporter, o.product, o.partner, o.value_usd
            from slice s join observation o
              on o.slice_id = s.id and o.classification = s.classification and o.year = s.year
            where s.id = ? and o.product = ? and o.to_revision is null
            order by s.id, o.product, o.partner
            """,
            sliceId,
            product)
        .stream()
        .findFirst()
        .map(cell -> Figures.of(cell.concentration()));
  }

  private List<Cell> read(String sql, Object... parameters) {
    var cells = new ArrayList<Cell>();
    database.each(
        sql,
        row -> {
          int sliceId = row.getInt(1);
          var product = row.getString(3);
          if (cells.isEmpty()
              || cells.getLast().sliceId() != sliceId
              || !cells.getLast().product().equals(product)) {
            cells.add(new Cell(sliceId, row.getString(2), product));
          }
          cells.getLast().add(economies.of(row.getString(4)), row.getDouble(5));
        },
        parameters);
    return cells;
  }
}

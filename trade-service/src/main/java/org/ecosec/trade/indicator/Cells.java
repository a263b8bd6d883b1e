package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.sql.Sql;
import org.ecosec.trade.reference.Economies;

/** Reads the rows behind concentrations, always in the order of slice, product and partner. */
@ApplicationScoped
public class Cells {

  private static final String ROWS =
      """
      select s.id, s.reporter, o.product, o.partner, o.value_usd, o.net_weight_kg,
        o.quantity, o.quantity_unit
      from slice s join observation o
        on o.slice_id = s.id and o.classification = s.classification and o.year = s.year
      """;

  private final Database database;
  private final Economies economies;
  private final IndicatorConfig config;

  Cells(Database database, Economies economies, IndicatorConfig config) {
    this.database = database;
    this.economies = economies;
    this.config = config;
  }

  /** The cells of the touched products, as they are now; one of which nothing is left is absent. */
  List<Cell> of(Collection<TouchedCell> touched) {
    return read(
        new Sql()
            .add(ROWS)
            .add(
                """
                join unnest(?::integer[], ?::text[]) touched (slice_id, product)
                  on touched.slice_id = o.slice_id and touched.product = o.product
                where s.id = any(?::integer[]) and o.to_revision is null
                order by s.id, o.product, o.partner
                """,
                touched.stream().map(TouchedCell::sliceId).toList(),
                touched.stream().map(TouchedCell::product).toList(),
                touched.stream().map(TouchedCell::sliceId).distinct().toList()));
  }

  /** The figures of one cell from the observations as they stand; empty if there are none. */
  public Optional<Figures> figures(int sliceId, String product) {
    return read(
            new Sql()
                .add(ROWS)
                .add(
                    """
                    where s.id = ? and o.product = ? and o.to_revision is null
                    order by s.id, o.product, o.partner
                    """,
                    sliceId,
                    product))
        .stream()
        .findFirst()
        .map(cell -> cell.figures(config.concentrationThreshold()));
  }

  private List<Cell> read(Sql sql) {
    var cells = new ArrayList<Cell>();
    database.each(
        sql.text(),
        row -> {
          int sliceId = row.getInt(1);
          var product = row.getString(3);
          if (cells.isEmpty()
              || cells.getLast().sliceId() != sliceId
              || !cells.getLast().product().equals(product)) {
            cells.add(new Cell(sliceId, row.getString(2), product));
          }
          cells.getLast().add(economies.of(row.getString(4)), Cell.Line.of(row));
        },
        sql.parameters());
    return cells;
  }
}

package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.sql.Sql;
import org.ecosec.trade.indicator.ConcentrationViews.CellKey;
import org.ecosec.trade.indicator.ConcentrationViews.Known;
import org.jspecify.annotations.Nullable;

/** Reads concentrations as known at a revision, one source for each cell. */
@ApplicationScoped
class Concentrations {

  private final Database database;
  private final StoredConcentrations stored;
  private final ConcentrationViews views;
  private final ConcentrationQuery query;

  Concentrations(
      Database database,
      StoredConcentrations stored,
      ConcentrationViews views,
      ConcentrationQuery query) {
    this.database = database;
    this.stored = stored;
    this.views = views;
    this.query = query;
  }

  /** What to read: of which revision, in which order, after which item, and how many. */
  record Range(
      long revision, @Nullable ConcentrationSort sort, @Nullable List<String> after, int limit) {}

  List<ConcentrationView> find(ConcentrationFilter filter, Range range) {
    return views(query.list(filter, range));
  }

  /** Some cells of a filter, in their order; one that is not there is left out. */
  List<ConcentrationView> at(
      List<SectorRanks.Place> cells, ConcentrationFilter filter, long revision) {
    return cells.isEmpty() ? List.of() : views(query.at(cells, filter, revision));
  }

  /** What a cell's importer bought altogether. */
  record Imported(SectorRanks.Place cell, BigDecimal totalUsd) {}

  /** All cells of a filter by their keys, at most so many. */
  List<Imported> imported(ConcentrationFilter filter, long revision, int limit) {
    var sql = query.imported(filter, revision, limit);
    return database.list(
        sql.text(),
        row ->
            new Imported(
                new SectorRanks.Place(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    null),
                row.getBigDecimal(6)),
        sql.parameters());
  }

  private List<ConcentrationView> views(Sql sql) {
    return database.list(sql.text(), this::view, sql.parameters());
  }

  private ConcentrationView view(ResultSet row) throws SQLException {
    return views.view(
        new CellKey(
            row.getString("reporter"),
            row.getString("classification"),
            row.getString("edition"),
            row.getString("product"),
            row.getString("freq"),
            row.getString("period"),
            row.getString("source")),
        stored.figures(row),
        new Known(
            row.getString("data_through"),
            row.getObject("vintage", OffsetDateTime.class).toInstant(),
            row.getLong("from_revision")),
        null);
  }
}

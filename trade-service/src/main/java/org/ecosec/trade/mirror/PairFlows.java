package org.ecosec.trade.mirror;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.sql.Sql;
import org.ecosec.trade.observation.Flow;
import org.ecosec.trade.reference.TradeSources;
import org.jspecify.annotations.Nullable;

/** What two economies report of each other, one source for each side and period. */
@ApplicationScoped
class PairFlows {

  private final Database database;
  private final TradeSources sources;

  PairFlows(Database database, TradeSources sources) {
    this.database = database;
    this.sources = sources;
  }

  /** One side's export or import of a period. */
  record PairFlow(
      String reporter,
      String partner,
      Flow flow,
      String source,
      String classification,
      String product,
      String freq,
      String period,
      BigDecimal valueUsd,
      @Nullable String valuation,
      long revision) {}

  /** All trade where no product is named: each classification has its own code for it. */
  List<PairFlow> of(String one, String other, @Nullable String product, long revision) {
    var sql =
        new Sql()
            .add("select distinct on (s.reporter, s.freq, s.period, s.flow) s.reporter, o.partner,")
            .add(" s.flow, s.source, s.classification, o.product, s.freq, s.period, o.value_usd,")
            .add(" o.valuation, o.from_revision from slice s join observation o")
            .add(" on o.slice_id = s.id and o.classification = s.classification")
            .add(" and o.year = s.year where s.flow in ('IMPORT', 'EXPORT')")
            .add(" and o.from_revision <= ?", revision)
            .add(" and (o.to_revision is null or o.to_revision > ?)", revision)
            .add(" and ((s.reporter = ? and o.partner = ?)", one, other)
            .add(" or (s.reporter = ? and o.partner = ?))", other, one);
    if (product == null) {
      sql.add(" and o.product in ('TOTAL', 'GRAND-TOTAL')");
    } else {
      sql.add(" and o.product = ?", product);
    }
    sql.add(
        " order by s.reporter, s.freq, s.period, s.flow,"
            + " array_position(?::text[], s.source) nulls last, s.source, s.edition desc",
        sources.preference());
    return database.list(sql.text(), PairFlows::flow, sql.parameters());
  }

  private static PairFlow flow(ResultSet row) throws SQLException {
    return new PairFlow(
        row.getString("reporter"),
        row.getString("partner"),
        Flow.valueOf(row.getString("flow")),
        row.getString("source"),
        row.getString("classification"),
        row.getString("product"),
        row.getString("freq"),
        row.getString("period"),
        row.getBigDecimal("value_usd"),
        row.getString("valuation"),
        row.getLong("from_revision"));
  }
}

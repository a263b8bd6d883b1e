package org.ecosec.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * What the service asks the database for the first page of an importer's concentrations, prepared
 * once on each of a few connections, and nothing around it.
 */
final class PageQuery implements AutoCloseable {
  static final int CONNECTIONS = 16;
  private static final int LIMIT = 101;
  // As org.ecosec.trade.indicator.Concentrations has it, with the filters that are given.
  private static final String SQL =
      """
      with series as (
        select s.*, c.*, max(s.period) over (
            partition by s.reporter, s.classification, c.product, s.freq, s.source) as data_through
        from concentration c join slice s on s.id = c.slice_id
        where c.from_revision <= ? and (c.to_revision is null or c.to_revision > ?)
          and s.reporter = ?),
      cells as (
        select distinct on (reporter, classification, product, freq, period) *,
          coalesce(hhi_lower, -1) as sort_value
        from series
        order by reporter, classification, product, freq, period,
          array_position(?::text[], source) nulls last, source, edition desc)
      select * from cells
      where (reporter, classification, product, freq, period) > ('', '', '', '', '')
      order by reporter, classification, product, freq, period limit ?
      """;
  private static final String[] PREFERENCE = {
    "un-comtrade",
    "un-comtrade-minerals",
    "un-comtrade-nickel",
    "mof-japan-trade",
    "india-tradestat"
  };

  private final List<Connection> connections = new ArrayList<>();
  private final BlockingQueue<PreparedStatement> free = new ArrayBlockingQueue<>(CONNECTIONS);

  PageQuery(TradePlatform platform) throws Exception {
    for (int i = 0; i < CONNECTIONS; i++) {
      var connection = platform.database();
      connections.add(connection);
      var statement = connection.prepareStatement(SQL);
      statement.setLong(1, Integer.MAX_VALUE);
      statement.setLong(2, Integer.MAX_VALUE);
      statement.setArray(4, connection.createArrayOf("text", PREFERENCE));
      statement.setInt(5, LIMIT);
      free.add(statement);
    }
  }

  /** The products of the first page, every column read as text. */
  List<String> products(String importer) throws SQLException, InterruptedException {
    var statement = free.take();
    try {
      statement.setString(3, importer);
      var products = new ArrayList<String>();
      try (var row = statement.executeQuery()) {
        int columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          for (int i = 1; i <= columns; i++) {
            row.getString(i);
          }
          products.add(row.getString("product"));
        }
      }
      return products;
    } finally {
      free.add(statement);
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}

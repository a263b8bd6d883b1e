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
  // As org.ecosec.trade.indicator.Concentrations asks for the first page of an importer.
  private static final String SQL =
      """
      select cell.*, (select published_at from revision where number = from_revision) as vintage,
        (select max(n.period) from concentration n
         where n.reporter = cell.reporter and n.classification = cell.classification
           and n.product = cell.product and n.freq = cell.freq and n.source = cell.source
           and n.from_revision <= ? and (n.to_revision is null or n.to_revision > ?))
        as data_through
      from (
        select distinct on (reporter, classification, product, freq, period) *
        from concentration c
        where c.from_revision <= ? and (c.to_revision is null or c.to_revision > ?)
          and c.reporter = ?
        order by reporter, classification, product, freq, period,
          array_position(?::text[], source) nulls last, source, edition desc limit ?) cell
      order by cell.reporter, cell.classification, cell.product, cell.freq, cell.period
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
      for (int revision : new int[] {1, 2, 3, 4}) {
        statement.setLong(revision, Integer.MAX_VALUE);
      }
      statement.setArray(6, connection.createArrayOf("text", PREFERENCE));
      statement.setInt(7, LIMIT);
      free.add(statement);
    }
  }

  /** The same with its values in it, as pgbench takes it. */
  static String script(String importer) {
    var text = SQL;
    for (Object value :
        List.of(
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            "'" + importer + "'",
            "'{" + String.join(",", PREFERENCE) + "}'",
            LIMIT)) {
      text = text.replaceFirst("\\?", value.toString());
    }
    return text.strip().replace('\n', ' ') + ";\n";
  }

  /** The products of the first page, every column read as text. */
  List<String> products(String importer) throws SQLException, InterruptedException {
    var statement = free.take();
    try {
      statement.setString(5, importer);
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

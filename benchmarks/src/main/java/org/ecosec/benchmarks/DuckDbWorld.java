package org.ecosec.benchmarks;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.ecosec.trade.indicator.math.Concentration.Supply;

/** The same world year in a DuckDB of this process, in memory, on all cores. */
final class DuckDbWorld implements AutoCloseable {
  private final DuckDBConnection database;

  DuckDbWorld() throws SQLException {
    database = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
  }

  DuckDBConnection database() {
    return database;
  }

  /** Answers the seconds of loading. */
  double fill(SyntheticWorld world, int cells) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(
          "create table world (importer varchar, product varchar, partner varchar, value_usd double)");
    }
    var watch = new Stopwatch();
    try (var appender = database.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "world")) {
      for (int i = 0; i < cells; i++) {
        var cell = world.cell(i);
        var importer = world.economy(cell.importer()).code();
        for (Supply supply : cell.suppliers()) {
          appender.beginRow();
          appender.append(importer);
          appender.append(cell.product());
          appender.append(supply.partner());
          appender.append((double) (long) supply.valueUsd());
          appender.endRow();
        }
      }
    }
    return watch.seconds();
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}

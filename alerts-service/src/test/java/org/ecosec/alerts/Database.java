package org.ecosec.alerts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.ecosec.platform.testing.RealServers;

/** The database past all protection: for the time of a test that cannot wait five days. */
public final class Database {

  private Database() {}

  public static void execute(String sql) {
    try (var connection = superuser();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  public static long number(String sql) {
    try (var connection = superuser();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Holds a lock of the service, as another replica does, while something happens. */
  static void whileHolding(long lock, Runnable something) {
    try (var connection = superuser();
        var statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + lock + ")");
      try {
        something.run();
      } finally {
        // A closed connection gives it back too, but some time after.
        statement.execute("select pg_advisory_unlock(" + lock + ")");
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private static Connection superuser() throws SQLException {
    var servers = RealServers.servers();
    return DriverManager.getConnection(
        servers.jdbcServer() + "alerts", servers.superuser(), servers.superuserPassword());
  }
}

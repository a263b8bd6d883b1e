package org.ecosec.alerts;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.ecosec.platform.testing.RealServers;

/** The service's own copies, as its database holds them. */
final class Kept {

  private Kept() {}

  static boolean knows(String topic, String key) {
    return count(
            "select count(*) from signal_copy where topic = ? and record_key = ? and to_revision is null",
            topic,
            key)
        > 0;
  }

  static boolean contains(String key, String text) {
    return count(
            "select count(*) from signal_copy where record_key = ? and to_revision is null"
                + " and position(? in payload) > 0",
            key,
            text)
        > 0;
  }

  static long count(String sql, String... parameters) {
    var servers = RealServers.servers();
    try (var connection =
            DriverManager.getConnection(
                servers.jdbcServer() + "alerts", servers.superuser(), servers.superuserPassword());
        var select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setString(i + 1, parameters[i]);
      }
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }
}

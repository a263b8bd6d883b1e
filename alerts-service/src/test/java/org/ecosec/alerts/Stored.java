package org.ecosec.alerts;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.ecosec.platform.testing.RealServers;

/** Everything that the service's database holds, whatever table it is in. */
final class Stored {

  private static final String TEXT_COLUMNS =
      """
      select table_schema, table_name, column_name from information_schema.columns
      where table_schema not in ('pg_catalog', 'information_schema')
        and (data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'uuid', 'bytea'))
      """;

  private Stored() {}

  /** The columns, as table.column, in which some row holds the text. */
  static List<String> containing(String text) {
    var servers = RealServers.servers();
    var found = new ArrayList<String>();
    try (var connection =
            DriverManager.getConnection(
                servers.jdbcServer() + "alerts", servers.superuser(), servers.superuserPassword());
        var columns = connection.createStatement();
        var row = columns.executeQuery(TEXT_COLUMNS)) {
      while (row.next()) {
        var column = "\"%s\"".formatted(row.getString(3));
        var table = "\"%s\".\"%s\"".formatted(row.getString(1), row.getString(2));
        try (var search =
            connection.prepareStatement(
                "select count(*) from %s where position(? in %s::text) > 0"
                    .formatted(table, column))) {
          search.setString(1, text);
          try (var count = search.executeQuery()) {
            count.next();
            if (count.getLong(1) > 0) {
              found.add(row.getString(2) + "." + row.getString(3));
            }
          }
        }
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
    return found;
  }
}

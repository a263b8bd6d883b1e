package org.ecosec.alerts.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns whose Java type JDBC does not know. */
public final class Columns {

  private Columns() {}

  /** The instant in a column that may be null. */
  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** The instant in a column that is never null. */
  public static Instant requiredInstant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** The texts in an array column that may be null. */
  public static @Nullable List<String> textsOrNull(ResultSet row, String column)
      throws SQLException {
    var array = row.getArray(column);
    return array == null ? null : List.of((String[]) array.getArray());
  }

  /** The texts in an array column. */
  public static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}

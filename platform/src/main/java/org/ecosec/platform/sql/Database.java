package org.ecosec.platform.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL on the service's pool, inside the current transaction if there is one. Parameters are
 * bound in order; a collection of texts or numbers becomes an array for {@code = any(?)}.
 */
@ApplicationScoped
public class Database {

  private static final int FETCH_SIZE = 5_000;

  private final DataSource dataSource;

  Database(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Makes a value of one row. */
  @FunctionalInterface
  public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** Takes one row after the other, without keeping them. */
  @FunctionalInterface
  public interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  public <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
    var rows = new ArrayList<T>();
    each(sql, row -> rows.add(mapper.map(row)), parameters);
    return rows;
  }

  public <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
    return list(sql, mapper, parameters).stream().findFirst();
  }

  public long number(String sql, @Nullable Object... parameters) {
    return first(sql, row -> row.getLong(1), parameters).orElseThrow();
  }

  /** Streams; inside a transaction only a few thousand rows are in memory at a time. */
  public void each(String sql, RowReader reader, @Nullable Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = bound(connection, sql, parameters)) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    } catch (SQLException failure) {
      throw new DatabaseFailure(failure);
    }
  }

  /** Answers how many rows were written. */
  public int update(String sql, @Nullable Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = bound(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException failure) {
      throw new DatabaseFailure(failure);
    }
  }

  public void updateAll(String sql, List<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        bind(connection, statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException failure) {
      throw new DatabaseFailure(failure);
    }
  }

  private static PreparedStatement bound(
      Connection connection, String sql, @Nullable Object[] parameters) throws SQLException {
    var statement = connection.prepareStatement(sql);
    bind(connection, statement, parameters);
    return statement;
  }

  private static void bind(
      Connection connection, PreparedStatement statement, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      switch (parameters[i]) {
        case Instant instant ->
            statement.setObject(i + 1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
        case Enum<?> constant -> statement.setString(i + 1, constant.name());
        case Collection<?> values -> statement.setArray(i + 1, array(connection, values));
        case null, default -> statement.setObject(i + 1, parameters[i]);
      }
    }
  }

  private static java.sql.Array array(Connection connection, Collection<?> values)
      throws SQLException {
    boolean numbers = values.stream().allMatch(value -> value instanceof Number);
    return connection.createArrayOf(
        numbers && !values.isEmpty() ? "bigint" : "text", values.toArray());
  }
}

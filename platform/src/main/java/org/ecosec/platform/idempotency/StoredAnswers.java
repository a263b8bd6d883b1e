package org.ecosec.platform.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The answers given under an idempotency key, kept for a day. */
@ApplicationScoped
class StoredAnswers {

  record Answer(
      String requestHash,
      int status,
      @Nullable String location,
      @Nullable String etag,
      @Nullable String body) {}

  private final DataSource dataSource;

  StoredAnswers(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** False if the key is taken; waits for a request with the same key that is under way. */
  boolean reserve(String caller, String route, String key, String requestHash) {
    var sql =
        """
        insert into idempotency_key (caller, route, key, request_hash, created_at)
        values (?, ?, ?, ?, clock_timestamp()) on conflict do nothing
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      fill(insert, 1, caller, route, key, requestHash);
      return insert.executeUpdate() == 1;
    } catch (SQLException failure) {
      throw new IllegalStateException("The idempotency key could not be reserved", failure);
    }
  }

  Answer find(String caller, String route, String key) {
    var sql =
        """
        select request_hash, status, location, etag, body from idempotency_key
        where caller = ? and route = ? and key = ?
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      fill(select, 1, caller, route, key);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Answer(
            row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("The stored answer could not be read", failure);
    }
  }

  void store(String caller, String route, String key, Response response, @Nullable String body) {
    var sql =
        """
        update idempotency_key set status = ?, location = ?, etag = ?, body = ?
        where caller = ? and route = ? and key = ?
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setInt(1, response.getStatus());
      update.setString(2, response.getHeaderString("Location"));
      update.setString(3, response.getHeaderString("ETag"));
      update.setString(4, body);
      fill(update, 5, caller, route, key);
      update.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("The answer could not be stored", failure);
    }
  }

  void forget(String caller) {
    var sql = "delete from idempotency_key where caller = ?";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete = connection.prepareStatement(sql)) {
      fill(delete, 1, caller);
      delete.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("The answers to a caller could not be deleted", failure);
    }
  }

  @Scheduled(every = "1h", delayed = "5m")
  @Transactional
  void forgetOld() {
    var sql = "delete from idempotency_key where created_at < clock_timestamp() - interval '1 day'";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("Old idempotency keys could not be deleted", failure);
    }
  }

  private static void fill(PreparedStatement statement, int first, String... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setString(first + i, values[i]);
    }
  }
}

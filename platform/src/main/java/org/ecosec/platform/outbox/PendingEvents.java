package org.ecosec.platform.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What the relay reads and marks, on its one connection. */
final class PendingEvents {

  /** One unsent event as stored; {@code sequence} counts up for each key of a topic. */
  record Pending(
      long id,
      String ceId,
      String topic,
      String key,
      long sequence,
      String payload,
      OffsetDateTime occurredAt) {}

  private final Connection connection;

  PendingEvents(Connection connection) {
    this.connection = connection;
  }

  // Whatever is unsent, never "after the last id": ids are handed out before their commit.
  List<Pending> next(int limit) throws SQLException {
    var sql =
        """
        select id, ce_id, topic, record_key, sequence, payload, occurred_at
        from outbox where sent_at is null order by id limit ?
        """;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, limit);
      var pending = new ArrayList<Pending>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          pending.add(
              new Pending(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getLong(5),
                  row.getString(6),
                  row.getObject(7, OffsetDateTime.class)));
        }
      }
      return pending;
    }
  }

  void markSent(List<Long> ids) throws SQLException {
    var sql = "update outbox set sent_at = clock_timestamp() where id = any(?)";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      update.executeUpdate();
    }
  }

  void forget(Duration retention) throws SQLException {
    var sql =
        "delete from outbox where sent_at < clock_timestamp() - ?::bigint * interval '1 second'";
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setLong(1, retention.toSeconds());
      delete.executeUpdate();
    }
  }
}

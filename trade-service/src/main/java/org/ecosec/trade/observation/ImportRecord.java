package org.ecosec.trade.observation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.platform.problem.Problem;

/** The import's own row and its refused rows, written in the transaction that staged its body. */
record ImportRecord(Connection connection, UUID id) {

  /**
   * The import that this caller sent under the same key. The lock makes a second request with the
   * key wait for the first; the key with another body or other parameters is refused.
   */
  Optional<UUID> sentBefore(ImportRequest request, String source, String sha256)
      throws SQLException {
    var repeat = request.repeat();
    if (repeat == null) {
      return Optional.empty();
    }
    var lock = "select pg_advisory_xact_lock(hashtextextended(?, 0))";
    try (PreparedStatement take = connection.prepareStatement(lock)) {
      take.setString(1, repeat.caller() + "\n" + repeat.key());
      take.execute();
    }
    var sql =
        """
        select id, (body_sha256, source, format, profile, backfill)
          is not distinct from (?, ?, ?, ?, ?)
        from trade_import where caller = ? and idempotency_key = ?
        """;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, sha256);
      select.setString(2, source);
      select.setString(3, request.format());
      select.setString(4, request.profile());
      select.setBoolean(5, request.backfill());
      select.setString(6, repeat.caller());
      select.setString(7, repeat.key());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        if (!row.getBoolean(2)) {
          throw Problem.unprocessable(
              "idempotency-key-reused",
              "This Idempotency-Key came with another file; use a new key.");
        }
        return Optional.of(row.getObject(1, UUID.class));
      }
    }
  }

  void insert(
      ImportRequest request,
      String source,
      String sha256,
      ImportCounts counts,
      OffsetDateTime receivedAt)
      throws SQLException {
    var sql =
        """
        insert into trade_import (id, source, format, profile, status, baseline, backfill, body_sha256,
          rows_read, rows_accepted, rows_added, rows_unchanged, rows_revised, rows_rejected,
          rows_ignored, unknown_columns, received_at, caller, idempotency_key)
        values (?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, '{}', ?, ?, ?)
        """;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setObject(1, id);
      insert.setString(2, source);
      insert.setString(3, request.format());
      insert.setString(4, request.profile());
      insert.setObject(5, request.baseline());
      insert.setBoolean(6, request.backfill());
      insert.setString(7, sha256);
      insert.setLong(8, counts.read());
      insert.setLong(9, counts.accepted());
      insert.setLong(10, counts.rejected());
      insert.setLong(11, counts.ignored());
      insert.setObject(12, receivedAt);
      insert.setString(13, request.repeat() == null ? null : request.repeat().caller());
      insert.setString(14, request.repeat() == null ? null : request.repeat().key());
      insert.executeUpdate();
    }
    insertRejects(counts.kept());
  }

  /** What the file has beyond the required columns, and what it has that nobody reads. */
  void noteColumns(Header header, RowFormat.OptionalColumns optional) throws SQLException {
    var sql =
        """
        update trade_import set unknown_columns = ?, has_weight = ?, has_quantity = ?, has_estimate = ?
        where id = ?
        """;
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setArray(1, connection.createArrayOf("text", header.unknown().toArray()));
      update.setBoolean(2, header.hasAny(optional.weight()));
      update.setBoolean(3, header.hasAny(optional.quantity()));
      update.setBoolean(4, header.hasAny(optional.estimate()));
      update.setObject(5, id);
      update.executeUpdate();
    }
  }

  private void insertRejects(List<ImportCounts.Rejected> rejects) throws SQLException {
    var sql =
        """
        insert into import_reject (import_id, line, column_name, code, reason, value)
        values (?, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (var reject : rejects) {
        insert.setObject(1, id);
        insert.setLong(2, reject.line());
        insert.setString(3, reject.column());
        insert.setString(4, reject.code());
        insert.setString(5, reject.reason());
        insert.setString(6, reject.value());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}

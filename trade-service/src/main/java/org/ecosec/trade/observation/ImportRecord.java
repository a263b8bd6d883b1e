package org.ecosec.trade.observation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The import's own row and its refused rows, written in the transaction that staged its body. */
record ImportRecord(Connection connection, UUID id) {

  void insert(
      ImportRequest request,
      String source,
      String sha256,
      ImportCounts counts,
      List<String> unknownColumns,
      OffsetDateTime receivedAt)
      throws SQLException {
    var sql =
        """
        insert into trade_import (id, source, format, profile, status, baseline, backfill, body_sha256,
          rows_read, rows_accepted, rows_added, rows_unchanged, rows_revised, rows_rejected,
          rows_ignored, unknown_columns, received_at)
        values (?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?)
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
      insert.setArray(12, connection.createArrayOf("text", unknownColumns.toArray()));
      insert.setObject(13, receivedAt);
      insert.executeUpdate();
    }
    insertRejects(counts.kept());
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

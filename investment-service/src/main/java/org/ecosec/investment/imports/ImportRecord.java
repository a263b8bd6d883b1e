package org.ecosec.investment.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.HandlingLevel;

/** The import's own row and its refusals, written in the transaction that staged its file. */
record ImportRecord(Connection connection, UUID id, HandlingLevel clearance) {

  /**
   * The import that this caller sent under the same key. The lock makes a second request with the
   * key wait for the first; the key with another file or other parameters is refused.
   */
  Optional<UUID> sentBefore(ImportRequest request, String sha256) throws SQLException {
    var sender = request.sender();
    if (sender.key() == null) {
      return Optional.empty();
    }
    var lock = "select pg_advisory_xact_lock(hashtextextended(?, 0))";
    try (PreparedStatement take = connection.prepareStatement(lock)) {
      take.setString(1, "import\n" + sender.name() + "\n" + sender.key());
      take.execute();
    }
    var sql =
        """
        select id, (body_sha256, format, kind, profile, backfill) is not distinct from (?, ?, ?, ?, ?)
        from investment_import where caller = ? and idempotency_key = ?
        """;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, sha256);
      select.setString(2, request.format().name());
      select.setString(3, request.kind());
      select.setString(4, request.profile());
      select.setBoolean(5, request.backfill());
      select.setString(6, sender.name());
      select.setString(7, sender.key());
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

  void insert(ImportRequest request, String sha256, Intake intake, Instant at) throws SQLException {
    var sql =
        """
        insert into investment_import (id, format, kind, profile, rate_set, status, handling, clearance,
          backfill, body_sha256, rows_read, rows_accepted, rows_rejected, rows_ignored, not_kept,
          caller, idempotency_key, received_at)
        values (?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setObject(1, id);
      insert.setString(2, request.format().name());
      insert.setString(3, request.kind());
      insert.setString(4, request.profile());
      insert.setString(5, request.rateSet());
      insert.setString(6, request.handling().name());
      insert.setString(7, clearance.name());
      insert.setBoolean(8, request.backfill());
      insert.setString(9, sha256);
      insert.setLong(10, intake.read());
      insert.setLong(11, intake.read() - intake.rejected() - intake.ignored());
      insert.setLong(12, intake.rejected());
      insert.setLong(13, intake.ignored());
      insert.setArray(14, connection.createArrayOf("text", intake.notKept().toArray()));
      insert.setString(15, request.sender().name());
      insert.setString(16, request.sender().key());
      insert.setObject(17, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
      insert.executeUpdate();
    }
    insertRejects(intake.kept());
  }

  private void insertRejects(List<Intake.Rejected> rejects) throws SQLException {
    var sql =
        """
        insert into import_reject (import_id, position, line, path, code, reason, value)
        values (?, ?, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      long position = 0;
      for (var reject : rejects) {
        insert.setObject(1, id);
        insert.setLong(2, ++position);
        insert.setLong(3, reject.line());
        insert.setString(4, reject.path());
        insert.setString(5, reject.code());
        insert.setString(6, reject.reason());
        insert.setString(7, reject.value());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}

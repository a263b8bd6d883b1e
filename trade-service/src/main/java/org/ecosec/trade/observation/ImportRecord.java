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
import org.ecosec.trade.reference.TradePeriod;

/** The import's own row, its slices and refused rows, written in the transaction that staged it. */
record ImportRecord(Connection connection, ObservationImport.Arrival arrival, long number) {

  static ImportRecord begin(Connection connection, ObservationImport.Arrival arrival)
      throws SQLException {
    try (var next = connection.prepareStatement("select nextval('import_number')");
        ResultSet row = next.executeQuery()) {
      row.next();
      return new ImportRecord(connection, arrival, row.getLong(1));
    }
  }

  /**
   * The import that this caller sent under the same key. The lock makes a second request with the
   * key wait for the first; the key with another body or other parameters is refused.
   */
  Optional<UUID> sentBefore(String sha256) throws SQLException {
    var request = arrival.request();
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
        select id, (body_sha256, source, format, profile, mode, backfill)
          is not distinct from (?, ?, ?, ?, ?, ?)
        from trade_import where caller = ? and idempotency_key = ?
        """;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, sha256);
      select.setString(2, arrival.source());
      select.setString(3, request.format());
      select.setString(4, request.profile());
      select.setString(5, request.mode().name());
      select.setBoolean(6, request.backfill());
      select.setString(7, repeat.caller());
      select.setString(8, repeat.key());
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

  void insert(String sha256, ImportCounts counts, OffsetDateTime receivedAt) throws SQLException {
    var sql =
        """
        insert into trade_import (id, number, source, format, profile, profile_version, mode, basis,
          status, baseline, backfill, body_sha256, rows_read, rows_accepted, rows_added,
          rows_unchanged, rows_revised, rows_rejected, rows_ignored, unknown_columns, received_at,
          caller, idempotency_key)
        values (?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, '{}', ?, ?, ?)
        """;
    var request = arrival.request();
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setObject(1, arrival.id());
      insert.setLong(2, number);
      insert.setString(3, arrival.source());
      insert.setString(4, request.format());
      insert.setString(5, request.profile());
      insert.setObject(6, arrival.reading().profileVersion());
      insert.setString(7, request.mode().name());
      insert.setString(8, arrival.reading().format().basis().name());
      insert.setObject(9, request.baseline());
      insert.setBoolean(10, request.backfill());
      insert.setString(11, sha256);
      insert.setLong(12, counts.read());
      insert.setLong(13, counts.accepted());
      insert.setLong(14, counts.rejected());
      insert.setLong(15, counts.ignored());
      insert.setObject(16, receivedAt);
      insert.setString(17, request.repeat() == null ? null : request.repeat().caller());
      insert.setString(18, request.repeat() == null ? null : request.repeat().key());
      insert.executeUpdate();
    }
    insertRejects(counts.kept());
  }

  void insertSlices(List<StagedSlices.Slice> slices) throws SQLException {
    var sql =
        """
        insert into import_slice (import_number, no, reporter, flow, classification, edition, freq,
          period, year, rows, digest)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (StagedSlices.Slice slice : slices) {
        var key = slice.key();
        insert.setLong(1, number);
        insert.setInt(2, slice.number());
        insert.setString(3, key.reporter());
        insert.setString(4, key.flow().name());
        insert.setString(5, key.classification());
        insert.setString(6, key.edition());
        insert.setString(7, TradePeriod.freq(key.period()));
        insert.setString(8, key.period());
        insert.setInt(9, TradePeriod.year(key.period()));
        insert.setLong(10, slice.rows());
        insert.setString(11, slice.digest());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** What the file has beyond the required columns, and what it has that nobody reads. */
  void noteColumns(Header header) throws SQLException {
    var optional = arrival.reading().format().optionalColumns();
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
      update.setObject(5, arrival.id());
      update.executeUpdate();
    }
  }

  /** From here on the import is known by its own row; a cancellation that came before is heeded. */
  void endProgress() throws SQLException {
    var sql = "delete from import_progress where id = ? returning cancelled";
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setObject(1, arrival.id());
      try (ResultSet row = delete.executeQuery()) {
        if (row.next() && row.getBoolean(1)) {
          throw Problem.conflict(
              "import-cancelled", "The import was cancelled; nothing of it is kept.");
        }
      }
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
        insert.setObject(1, arrival.id());
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

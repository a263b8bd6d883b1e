package org.ecosec.trade.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The imports and what they refused. */
@ApplicationScoped
class Imports {

  private static final String COLUMNS =
      """
      select id, source, format, profile, mode, status, phase, baseline, backfill, rows_read,
        rows_accepted, rows_added, rows_unchanged, rows_revised, rows_deleted, rows_rejected,
        rows_ignored, rows_merged, unknown_columns, failure, revision, received_at, completed_at
      from import_state
      """;

  private final Database database;

  Imports(Database database) {
    this.database = database;
  }

  /** A row that was not taken: its line in the file, counted from 1 with the header. */
  public record RejectView(
      long line, String column, String code, String reason, @Nullable String value) {}

  Optional<ImportView> find(UUID id) {
    return database.first(COLUMNS + " where id = ?", Imports::view, id);
  }

  /** The newest first, after a place in that order. */
  List<ImportView> newest(
      ImportView.@Nullable Status status, @Nullable Instant before, String afterId, int limit) {
    return database.list(
        COLUMNS
            + """
             where (?::text is null or status = ?) and (?::timestamptz is null or (received_at, id::text) < (?, ?))
            order by received_at desc, id::text desc limit ?
            """,
        Imports::view,
        status,
        status,
        before,
        before,
        afterId,
        limit);
  }

  List<RejectView> rejects(UUID id, long afterLine, String afterColumn, int limit) {
    return database.list(
        """
        select line, column_name, code, reason, value from import_reject
        where import_id = ? and (line, column_name) > (?, ?)
        order by line, column_name limit ?
        """,
        row ->
            new RejectView(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)),
        id,
        afterLine,
        afterColumn,
        limit);
  }

  private static ImportView view(ResultSet row) throws SQLException {
    return new ImportView(
        row.getObject("id", UUID.class),
        row.getString("source"),
        row.getString("format"),
        row.getString("profile"),
        ImportMode.valueOf(row.getString("mode")),
        ImportView.Status.valueOf(row.getString("status")),
        phase(row.getString("phase")),
        row.getObject("baseline", Boolean.class),
        row.getBoolean("backfill"),
        row.getLong("rows_read"),
        row.getLong("rows_accepted"),
        row.getLong("rows_added"),
        row.getLong("rows_unchanged"),
        row.getLong("rows_revised"),
        row.getLong("rows_deleted"),
        row.getLong("rows_rejected"),
        row.getLong("rows_ignored"),
        row.getLong("rows_merged"),
        List.of((String[]) row.getArray("unknown_columns").getArray()),
        row.getString("failure"),
        row.getObject("revision", Long.class),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("completed_at", OffsetDateTime.class)));
  }

  private static ImportView.@Nullable Phase phase(@Nullable String name) {
    return name == null ? null : ImportView.Phase.valueOf(name);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}

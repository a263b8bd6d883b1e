package org.ecosec.investment.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The imports, what they refused, and what differs between two of them. */
@ApplicationScoped
class Imports {

  private static final String COLUMNS =
      """
      select id, format, kind, profile, status, handling, backfill, rows_read, rows_accepted,
        rows_added, rows_unchanged, rows_revised, rows_withdrawn, rows_rejected, rows_ignored, not_kept,
        failure, revision, received_at, completed_at
      from investment_import
      """;

  private final Database database;

  Imports(Database database) {
    this.database = database;
  }

  Optional<ImportView> find(UUID id) {
    return database.first(COLUMNS + " where id = ?", Imports::view, id);
  }

  /** The newest first, after a place in that order. */
  List<ImportView> newest(@Nullable Instant before, String afterId, int limit) {
    return database.list(
        COLUMNS
            + """
             where (?::timestamptz is null or (received_at, id::text) < (?, ?))
            order by received_at desc, id::text desc limit ?
            """,
        Imports::view,
        before,
        before,
        afterId,
        limit);
  }

  List<RejectView> rejects(UUID id, long after, int limit) {
    return database.list(
        """
        select position, line, path, code, reason, value from import_reject
        where import_id = ? and position > ? order by position limit ?
        """,
        row ->
            new RejectView(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6)),
        id,
        after,
        limit);
  }

  List<VintageChange> changes(UUID since, UUID until, List<String> after, int limit) {
    return database.list(
        """
        with pair as (
          select project_id, coalesce(n.title, o.title) as title, o.import_id is null as appeared,
            n.import_id is null as disappeared, o.status_as_given as old_status,
            n.status_as_given as new_status, o.closing_on as old_closing, n.closing_on as new_closing
          from (select * from project_vintage where import_id = ?) o
          full join (select * from project_vintage where import_id = ?) n using (project_id)),
        change as (
          select project_id, title, 'APPEARED' as change, null as before, new_status as after,
            null::int as moved from pair where appeared
          union all
          select project_id, title, 'DISAPPEARED', old_status, null, null from pair where disappeared
          union all
          select project_id, title, 'STATUS', old_status, new_status, null from pair
          where not appeared and not disappeared and old_status is distinct from new_status
          union all
          select project_id, title, 'CLOSING_DATE', old_closing::text, new_closing::text,
            new_closing - old_closing from pair
          where not appeared and not disappeared and old_closing is distinct from new_closing)
        select project_id, title, change, before, after, moved from change
        where (project_id, change) > (?, ?) order by project_id, change limit ?
        """,
        row ->
            new VintageChange(
                row.getString(1),
                row.getString(2),
                VintageChange.Kind.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Integer.class)),
        since,
        until,
        after.getFirst(),
        after.getLast(),
        limit);
  }

  private static ImportView view(ResultSet row) throws SQLException {
    return new ImportView(
        row.getObject("id", UUID.class),
        row.getString("format"),
        row.getString("kind"),
        row.getString("profile"),
        ImportView.Status.valueOf(row.getString("status")),
        HandlingLevel.valueOf(row.getString("handling")),
        row.getBoolean("backfill"),
        row.getLong("rows_read"),
        row.getLong("rows_accepted"),
        row.getLong("rows_added"),
        row.getLong("rows_unchanged"),
        row.getLong("rows_revised"),
        row.getLong("rows_withdrawn"),
        row.getLong("rows_rejected"),
        row.getLong("rows_ignored"),
        List.of((String[]) row.getArray("not_kept").getArray()),
        row.getString("failure"),
        row.getObject("revision", Long.class),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("completed_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}

package org.ecosec.trade.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The jobs and the pieces of their files. */
@ApplicationScoped
class Exports {

  private static final TypeReference<Map<String, String>> QUERY = new TypeReference<>() {};
  private static final String SELECT =
      """
      select id, list_path, query::text as query, status, rows_written, bytes, failure, created_at,
        completed_at, expires_at
      from export_job
      """;

  private final Database database;
  private final ObjectMapper json;

  Exports(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  long open() {
    return database.number("select count(*) from export_job where status in ('QUEUED', 'RUNNING')");
  }

  /** The database's own time, which {@code asOf} is compared with. */
  Instant now() {
    return database
        .first(
            "select clock_timestamp()", row -> row.getObject(1, OffsetDateTime.class).toInstant())
        .orElseThrow();
  }

  void add(UUID id, ExportDraft draft, String caller, Instant now, Instant expiresAt) {
    database.update(
        """
        insert into export_job (id, list_path, query, requested_by, status, rows_written, bytes,
          attempts, created_at, expires_at)
        values (?, ?, ?::jsonb, ?, 'QUEUED', 0, 0, 0, ?, ?)
        """,
        id,
        draft.list(),
        text(draft.query()),
        caller,
        now,
        expiresAt);
  }

  Optional<ExportView> find(UUID id) {
    return database.first(SELECT + " where id = ?", this::view, id);
  }

  /** The newest first, after a place in that order. */
  List<ExportView> newest(@Nullable Instant before, String afterId, int limit) {
    return database.list(
        SELECT
            + """
             where (?::timestamptz is null or (created_at, id::text) < (?, ?))
            order by created_at desc, id::text desc limit ?
            """,
        this::view,
        before,
        before,
        afterId,
        limit);
  }

  List<UUID> waiting() {
    return database.list(
        "select id from export_job where status in ('QUEUED', 'RUNNING') order by created_at",
        row -> row.getObject(1, UUID.class));
  }

  void addChunk(UUID id, int ordinal, byte[] bytes, long rows) {
    database.update(
        "insert into export_chunk (job_id, ordinal, bytes) values (?, ?, ?)", id, ordinal, bytes);
    database.update(
        "update export_job set rows_written = ?, bytes = bytes + ? where id = ?",
        rows,
        bytes.length,
        id);
  }

  Optional<byte[]> chunk(UUID id, int ordinal) {
    return database.first(
        "select bytes from export_chunk where job_id = ? and ordinal = ?",
        row -> row.getBytes(1),
        id,
        ordinal);
  }

  private ExportView view(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var status = ExportView.Status.valueOf(row.getString("status"));
    var completedAt = row.getObject("completed_at", OffsetDateTime.class);
    return new ExportView(
        id,
        row.getString("list_path"),
        query(row.getString("query")),
        status,
        row.getLong("rows_written"),
        row.getLong("bytes"),
        status == ExportView.Status.COMPLETED ? "/trade/v1/exports/" + id + "/file" : null,
        row.getString("failure"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        completedAt == null ? null : completedAt.toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  private String text(Map<String, String> query) {
    try {
      return json.writeValueAsString(query);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Map<String, String> query(String text) {
    try {
      return json.readValue(text, QUERY);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

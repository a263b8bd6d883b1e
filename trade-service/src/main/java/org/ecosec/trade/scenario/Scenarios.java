package org.ecosec.trade.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.scenario.Scenario.Status;
import org.jspecify.annotations.Nullable;

/** The runs that are kept, the newest first. */
@ApplicationScoped
class Scenarios {

  private static final String SELECT =
      "select id, title, status, created_at, revision, request, result, failure from scenario ";

  private final Database database;
  private final ObjectMapper json;

  Scenarios(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  void add(Scenario scenario, String createdBy) {
    database.update(
        """
        insert into scenario (id, title, created_by, created_at, status, revision, request)
        values (?, ?, ?, ?, 'RUNNING', ?, ?)
        """,
        scenario.id(),
        scenario.title(),
        createdBy,
        scenario.createdAt(),
        scenario.revision(),
        text(scenario.assumptions()));
  }

  void complete(UUID id, ScenarioResult result, Instant now) {
    database.update(
        "update scenario set status = 'COMPLETED', result = ?, completed_at = ? where id = ?",
        text(result),
        now,
        id);
  }

  void fail(UUID id, String reason, Instant now) {
    database.update(
        "update scenario set status = 'FAILED', failure = ?, completed_at = ? where id = ?",
        reason,
        now,
        id);
  }

  Optional<Scenario> find(UUID id) {
    return database.first(SELECT + "where id = ?", this::scenario, id);
  }

  /** One that waits, locked until the transaction ends; no two replicas take the same. */
  Optional<Scenario> nextToRun() {
    return database.first(
        SELECT + "where status = 'RUNNING' order by created_at limit 1 for update skip locked",
        this::scenario);
  }

  List<Scenario> newest(@Nullable Instant before, String afterId, int limit) {
    return database.list(
        SELECT
            + """
            where ?::timestamptz is null or created_at < ? or (created_at = ? and id::text > ?)
            order by created_at desc, id limit ?
            """,
        this::scenario,
        before,
        before,
        before,
        afterId,
        limit);
  }

  private Scenario scenario(ResultSet row) throws SQLException {
    var result = row.getString("result");
    return new Scenario(
        row.getObject("id", UUID.class),
        row.getString("title"),
        Status.valueOf(row.getString("status")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("revision"),
        read(row.getString("request"), Assumptions.class),
        result == null ? null : read(result, ScenarioResult.class),
        row.getString("failure"));
  }

  private String text(Object document) {
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

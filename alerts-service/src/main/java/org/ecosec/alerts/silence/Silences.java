package org.ecosec.alerts.silence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The stored silences; one that is over stays, so that it can be asked why nobody was told. */
@ApplicationScoped
public class Silences {

  /** What an alert is about, as far as silences ask. */
  public record Concern(
      String ruleId,
      SignalKind kind,
      String fingerprint,
      @Nullable String importer,
      @Nullable String measureId,
      List<String> products) {}

  private final Database sql;
  private final ObjectMapper json;

  Silences(Database sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /** The silence that keeps an alert from being told at an instant; the oldest if several do. */
  public Optional<UUID> over(Concern concern, Instant at) {
    // What reminds of silences is not to be silenced.
    if (concern.kind() == SignalKind.SILENCE) {
      return Optional.empty();
    }
    return endingAfter(at).stream()
        .filter(silence -> silence.holdsAt(at) && silence.scope().covers(concern))
        .map(Silence::id)
        .findFirst();
  }

  List<Silence> endingAfter(Instant at) {
    return sql.list(
        "select * from silence where ends_at > ? order by id limit 10000", this::silence, at);
  }

  Optional<Silence> find(UUID id) {
    return sql.first("select * from silence where id = ?", this::silence, id);
  }

  /** Newest first, before an id; those that hold at an instant, or all for null. */
  List<Silence> before(@Nullable UUID id, @Nullable Instant holdingAt, int limit) {
    return sql.list(
        """
        select * from silence
        where (?::uuid is null or id < ?::uuid)
          and (?::timestamptz is null or (starts_at <= ? and ends_at > ?))
        order by id desc limit ?
        """,
        this::silence,
        id,
        id,
        holdingAt,
        holdingAt,
        holdingAt,
        limit);
  }

  UUID newId() {
    return sql.first("select uuidv7()", row -> row.getObject(1, UUID.class)).orElseThrow();
  }

  void insert(Silence silence) {
    sql.update(
        "insert into silence (id, author, reason, scope, starts_at, ends_at, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        silence.id(),
        silence.author(),
        silence.reason(),
        text(silence.scope()),
        silence.startsAt(),
        silence.endsAt(),
        silence.createdAt());
  }

  void end(UUID id, UUID by, Instant at) {
    sql.update(
        "update silence set ends_at = greatest(starts_at, ?), ended_by = ? where id = ?",
        at,
        by,
        id);
  }

  private Silence silence(ResultSet row) throws SQLException {
    return new Silence(
        row.getObject("id", UUID.class),
        row.getObject("author", UUID.class),
        row.getString("reason"),
        scope(row.getString("scope")),
        Columns.requiredInstant(row, "starts_at"),
        Columns.requiredInstant(row, "ends_at"),
        row.getObject("ended_by", UUID.class),
        Columns.requiredInstant(row, "created_at"));
  }

  private String text(SilenceScope scope) {
    try {
      return json.writeValueAsString(scope);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private SilenceScope scope(String text) {
    try {
      return json.readValue(text, SilenceScope.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A stored scope cannot be read", impossible);
    }
  }
}

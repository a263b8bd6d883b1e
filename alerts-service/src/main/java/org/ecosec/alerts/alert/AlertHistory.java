package org.ecosec.alerts.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;

/** What happened to alerts, append-only, in the order of commits. */
@ApplicationScoped
public class AlertHistory {

  /** One event at its position, with the very text that is told. */
  public record Entry(
      long position,
      UUID alertId,
      long sequence,
      AlertChange change,
      Reason reason,
      String payload) {}

  private static final String COLUMNS =
      "select position, alert_id, sequence, change, reason, payload from alert_event ";

  private final Database sql;
  private final ObjectMapper json;

  AlertHistory(Database sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /** Answers the position. */
  long append(AlertNews news, Reason reason, long revision, String evidence) {
    return sql.first(
            """
            insert into alert_event
              (alert_id, sequence, revision, change, reason, payload, evidence, handling, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning position
            """,
            row -> row.getLong(1),
            news.alertId(),
            news.sequence(),
            revision,
            news.change(),
            reason,
            text(news),
            evidence,
            news.handling(),
            news.at())
        .orElseThrow();
  }

  /** The events after a position that the level may see, oldest first. */
  public List<Entry> after(long position, HandlingLevel level, int limit) {
    return sql.list(
        COLUMNS + "where position > ? and handling = any(?) order by position limit ?",
        AlertHistory::entry,
        position,
        upTo(level),
        limit);
  }

  /** The events before a position that the level may see, newest first. */
  public List<Entry> before(long position, HandlingLevel level, int limit) {
    return sql.list(
        COLUMNS + "where position < ? and handling = any(?) order by position desc limit ?",
        AlertHistory::entry,
        position,
        upTo(level),
        limit);
  }

  /**
   * The position to go on after, for a reader that has more than so many events left to read, or
   * that comes from a history which this one is not; otherwise its own.
   */
  public long skipTo(long position, HandlingLevel level, int most) {
    return sql.number(
        """
        select case when ? > (select coalesce(max(position), 0) from alert_event)
          then (select coalesce(max(position), 0) from alert_event)
          else coalesce((select position from alert_event where position > ? and handling = any(?)
            order by position desc offset ? limit 1), ?) end
        """,
        position,
        position,
        upTo(level),
        most,
        position);
  }

  private static List<String> upTo(HandlingLevel level) {
    return List.of(HandlingLevel.values()).stream()
        .filter(one -> one.compareTo(level) <= 0)
        .map(Enum::name)
        .toList();
  }

  /** The newest position that the caller may see, 0 before the first. */
  public long newestPosition() {
    return sql.first("select coalesce(max(position), 0) from alert_event", row -> row.getLong(1))
        .orElse(0L);
  }

  public Optional<Entry> at(long position) {
    return sql.first(COLUMNS + "where position = ?", AlertHistory::entry, position);
  }

  List<Entry> of(UUID alertId) {
    return sql.list(COLUMNS + "where alert_id = ? order by sequence", AlertHistory::entry, alertId);
  }

  /** The last event of each alert about a measure, as known at a revision. */
  public List<AlertNews> ofMeasure(String measureId, long revision) {
    return sql
        .list(
            """
            select distinct on (e.alert_id) e.payload from alert_event e join alert a on a.id = e.alert_id
            where a.measure_id = ? and e.revision <= ? order by e.alert_id, e.sequence desc
            """,
            row -> row.getString(1),
            measureId,
            revision)
        .stream()
        .map(this::news)
        .toList();
  }

  /** The evidence of the newest decision, or of the event with that number. */
  Optional<String> evidence(UUID alertId, long sequence) {
    return sql.first(
        "select evidence from alert_event where alert_id = ? and sequence <= ? order by sequence"
            + " desc limit 1",
        row -> row.getString(1),
        alertId,
        sequence);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("position"),
        row.getObject("alert_id", UUID.class),
        row.getLong("sequence"),
        AlertChange.valueOf(row.getString("change")),
        Reason.valueOf(row.getString("reason")),
        row.getString("payload"));
  }

  private String text(AlertNews news) {
    try {
      return json.writeValueAsString(news);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  AlertNews news(Entry entry) {
    return news(entry.payload());
  }

  private AlertNews news(String payload) {
    try {
      return json.readValue(payload, AlertNews.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A stored event cannot be read", impossible);
    }
  }
}

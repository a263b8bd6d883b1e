package org.ecosec.alerts.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.sql.Database;

/**
 * Every signal as the rules saw it, so that a rule that is being written can be tried on what has
 * been, without the payload that it came with. Kept for two years and a bit; what the calendar
 * brings up daily, for five weeks.
 */
@ApplicationScoped
public class SignalLog {

  private static final Duration KEPT = Duration.ofDays(800);
  private static final Duration DAILY_KEPT = Duration.ofDays(35);

  /** A signal with its place in the log. */
  public record Entry(long position, Instant at, Signal signal) {}

  private final Database sql;
  private final ObjectMapper json;
  private final Clock clock;
  private final Clearance clearance;

  SignalLog(Database sql, ObjectMapper json, Clock clock, Clearance clearance) {
    this.sql = sql;
    this.json = json;
    this.clock = clock;
    this.clearance = clearance;
  }

  void keep(@Observes @Priority(100) Signal signal) {
    sql.update(
        "insert into signal_log (at, kind, period, daily, signal, handling) values (?, ?, ?, ?, ?, ?)",
        clock.instant(),
        signal.kind(),
        signal.novelty().period(),
        signal.origin().daily(),
        text(signal.withoutPayload()),
        signal.handling());
  }

  /** The signals of a kind between two instants that the caller may see, newest first. */
  public List<Entry> newest(SignalKind kind, Instant from, Instant to, int limit) {
    return sql.list(
        "select id, at, signal from signal_log where kind = ? and at >= ? and at < ?"
            + " order by id desc limit ?",
        row ->
            new Entry(row.getLong(1), Columns.requiredInstant(row, "at"), signal(row.getString(3))),
        kind,
        from,
        to,
        limit);
  }

  @Scheduled(every = "6h", delayed = "12m")
  @ActivateRequestContext
  @Transactional
  void forgetOld() {
    clearance.actAsSystem();
    sql.update(
        "delete from signal_log where at < ? or (daily and at < ?)",
        clock.instant().minus(KEPT),
        clock.instant().minus(DAILY_KEPT));
  }

  private String text(Signal signal) {
    try {
      return json.writeValueAsString(signal);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Signal signal(String text) {
    try {
      return json.readValue(text, Signal.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A stored signal cannot be read", impossible);
    }
  }
}

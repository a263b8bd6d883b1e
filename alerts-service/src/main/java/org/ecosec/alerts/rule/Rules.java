package org.ecosec.alerts.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The stored rules; every version is kept, the newest is in force. */
@ApplicationScoped
public class Rules {

  private static final String NEWEST =
      "select distinct on (rule_id) rule_id, version, body from rule_version where rule_id > ? "
          + "order by rule_id, version desc limit ?";

  private record Key(String id, int version) {}

  /** A version as stored. */
  record Version(int version, Authors by, Instant createdAt, RuleDraft draft) {}

  private final Database sql;
  private final ObjectMapper json;
  private final Clock clock;
  private final Map<Key, Rule> compiled = new ConcurrentHashMap<>();

  Rules(Database sql, ObjectMapper json, Clock clock) {
    this.sql = sql;
    this.json = json;
    this.clock = clock;
  }

  /** The newest versions of the enabled rules over a kind of signal. */
  public List<Rule> over(SignalKind kind) {
    return sql
        .list(
            "select rule_id, max(version) from rule_version group by rule_id order by rule_id",
            row -> new Key(row.getString(1), row.getInt(2)))
        .stream()
        .map(this::compiled)
        .filter(rule -> rule.kind() == kind && rule.draft().enabled())
        .toList();
  }

  // A version never changes, so its body is read once.
  private Rule compiled(Key key) {
    var known = compiled.get(key);
    return known != null
        ? known
        : sql.first(
                "select rule_id, version, body from rule_version where rule_id = ? and version = ?",
                this::rule,
                key.id(),
                key.version())
            .orElseThrow();
  }

  List<Rule> after(String id, int limit) {
    return sql.list(NEWEST, this::rule, id, limit);
  }

  Optional<Rule> find(String id) {
    return sql.first(
        "select rule_id, version, body from rule_version where rule_id = ? order by version desc limit 1",
        this::rule,
        id);
  }

  /** Every version of a rule, oldest first. */
  List<Version> versions(String id, int after, int limit) {
    return sql.list(
        "select version, body, created_by, approved_by, created_at from rule_version"
            + " where rule_id = ? and version > ? order by version limit ?",
        row ->
            new Version(
                row.getInt("version"),
                new Authors(
                    row.getObject("created_by", UUID.class),
                    row.getObject("approved_by", UUID.class)),
                Columns.requiredInstant(row, "created_at"),
                draft(row.getString("body"))),
        id,
        after,
        limit);
  }

  /** Whether the newest version is as it was shipped. */
  boolean isShipped(String id) {
    return sql.number(
            "select count(*) from (select created_by from rule_version where rule_id = ? order by"
                + " version desc limit 1) newest where created_by is null",
            id)
        > 0;
  }

  /** The newest versions of all enabled rules, by id, with the instant of their first version. */
  public List<Dated> enabled() {
    return sql
        .list(
            "select r.rule_id, r.version, r.body, f.created_at as since from (select distinct on"
                + " (rule_id) * from rule_version order by rule_id, version desc) r join rule_version"
                + " f on f.rule_id = r.rule_id and f.version = 1 order by r.rule_id",
            row -> new Dated(rule(row), Columns.requiredInstant(row, "since")))
        .stream()
        .filter(dated -> dated.rule().draft().enabled())
        .toList();
  }

  /** A rule and since when there is one of that id. */
  public record Dated(Rule rule, Instant since) {}

  /**
   * Who wrote a version, and the second steward where one was needed; nobody where it is shipped.
   */
  record Authors(@Nullable UUID author, @Nullable UUID approver) {}

  /** False if that version exists already. */
  boolean add(Rule rule, Authors by) {
    return sql.update(
            "insert into rule_version (rule_id, version, body, created_by, approved_by, created_at)"
                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            rule.id(),
            rule.version(),
            body(rule.draft()),
            by.author(),
            by.approver(),
            clock.instant())
        == 1;
  }

  private Rule rule(ResultSet row) throws SQLException {
    var key = new Key(row.getString("rule_id"), row.getInt("version"));
    var body = row.getString("body");
    return compiled.computeIfAbsent(key, absent -> new Rule(draft(body), absent.version()));
  }

  private RuleDraft draft(String body) {
    try {
      return json.readValue(body, RuleDraft.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A stored rule cannot be read", impossible);
    }
  }

  private String body(RuleDraft draft) {
    try {
      return json.writeValueAsString(draft);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

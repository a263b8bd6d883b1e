package org.ecosec.alerts.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.platform.sql.Database;

/** The stored rules; every version is kept, the newest is in force. */
@ApplicationScoped
public class Rules {

  private static final String NEWEST =
      "select distinct on (rule_id) rule_id, version, body from rule_version where rule_id > ? "
          + "order by rule_id, version desc limit ?";

  private record Key(String id, int version) {}

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
    return after("", Integer.MAX_VALUE).stream()
        .filter(rule -> rule.kind() == kind && rule.draft().enabled())
        .toList();
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

  /** False if that version exists already. */
  boolean add(Rule rule, String by) {
    return sql.update(
            "insert into rule_version (rule_id, version, body, created_by, created_at)"
                + " values (?, ?, ?, ?, ?) on conflict do nothing",
            rule.id(),
            rule.version(),
            body(rule.draft()),
            by,
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

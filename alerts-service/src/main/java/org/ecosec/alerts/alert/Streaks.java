package org.ecosec.alerts.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.ecosec.platform.sql.Database;

/** The stored streaks of rules that ask for more than one period. */
@ApplicationScoped
class Streaks {

  private final Database sql;
  private final ObjectMapper json;

  Streaks(Database sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  Streak of(String fingerprint) {
    return sql.first(
            "select streak from rule_streak where fingerprint = ?",
            row -> streak(row.getString(1)),
            fingerprint)
        .orElse(Streak.NONE);
  }

  void keep(String fingerprint, Streak streak) {
    sql.update(
        "insert into rule_streak (fingerprint, streak) values (?, ?)"
            + " on conflict (fingerprint) do update set streak = excluded.streak",
        fingerprint,
        text(streak));
  }

  private String text(Streak streak) {
    try {
      return json.writeValueAsString(streak);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Streak streak(String text) {
    try {
      return json.readValue(text, Streak.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A stored streak cannot be read", impossible);
    }
  }
}

package org.ecosec.alerts.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
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

  /** By fingerprint; one that is absent is none. */
  Map<String, Streak> of(Collection<String> fingerprints) {
    var streaks = new HashMap<String, Streak>();
    sql.each(
        "select fingerprint, streak from rule_streak where fingerprint = any(?)",
        row -> streaks.put(row.getString(1), streak(row.getString(2))),
        fingerprints);
    return streaks;
  }

  void keep(Map<String, Streak> streaks) {
    var byFingerprint = new TreeMap<>(streaks);
    sql.update(
        "insert into rule_streak (fingerprint, streak) select * from unnest(?::text[], ?::text[])"
            + " on conflict (fingerprint) do update set streak = excluded.streak",
        byFingerprint.keySet(),
        byFingerprint.values().stream().map(this::text).toList());
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

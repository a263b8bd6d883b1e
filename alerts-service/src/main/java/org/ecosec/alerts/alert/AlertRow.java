package org.ecosec.alerts.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.ecosec.alerts.rule.Severity;
import org.ecosec.alerts.rule.Words;
import org.ecosec.alerts.signal.Economies;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.alerts.signal.Subject;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** An alert as a row of its table. */
@ApplicationScoped
class AlertRow {

  private final ObjectMapper json;

  AlertRow(ObjectMapper json) {
    this.json = json;
  }

  Alert alert(ResultSet row) throws SQLException {
    var muted = row.getString("muted_because");
    var acknowledgedBy = row.getObject("acknowledged_by", UUID.class);
    return new Alert(
        row.getObject("id", UUID.class),
        row.getString("fingerprint"),
        AlertState.valueOf(row.getString("state")),
        row.getLong("sequence"),
        new RuleRef(row.getString("rule_id"), row.getInt("rule_version")),
        SignalKind.valueOf(row.getString("kind")),
        new Grade(
            Severity.valueOf(row.getString("severity")),
            row.getObject("score", Integer.class),
            row.getBigDecimal("peak")),
        new Words(row.getString("title"), row.getString("body")),
        words(row.getString("translations")),
        new Subject(
            row.getString("importer"),
            row.getString("product"),
            row.getString("classification"),
            row.getString("measure_id"),
            row.getString("pledge_id"),
            row.getString("partner"),
            row.getString("thing")),
        Columns.texts(row, "products"),
        Columns.texts(row, "sectors"),
        new Economies(Columns.texts(row, "economies"), Columns.textsOrNull(row, "everyone_but")),
        row.getString("raised_period"),
        row.getString("period"),
        row.getString("freq"),
        row.getString("figures"),
        HandlingLevel.valueOf(row.getString("handling")),
        row.getBoolean("exercise"),
        muted == null ? null : new Muting(Muting.Because.valueOf(muted), row.getString("muted_by")),
        row.getBoolean("told"),
        Columns.requiredInstant(row, "raised_at"),
        Columns.requiredInstant(row, "changed_at"),
        acknowledgedBy == null
            ? null
            : new Alert.Acknowledged(
                Columns.requiredInstant(row, "acknowledged_at"), acknowledgedBy));
  }

  @Nullable String text(Map<String, Words> translations) {
    try {
      return translations.isEmpty() ? null : json.writeValueAsString(translations);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Map<String, Words> words(@Nullable String translations) {
    try {
      return translations == null
          ? Map.of()
          : json.readValue(translations, new TypeReference<TreeMap<String, Words>>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Stored translations cannot be read", impossible);
    }
  }
}

package org.ecosec.alerts.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ecosec.alerts.feed.Briefing.Item;
import org.ecosec.alerts.feed.Briefing.ItemKind;
import org.ecosec.alerts.rule.Severity;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.sql.Database;

/**
 * Gathers what changed since an instant: measures that were first heard of, and of each alert the
 * last thing that happened to it, told apart by what it means.
 */
@ApplicationScoped
class Briefings {

  private static final int MOST = 10;
  private static final String SLIPS = "MILESTONE";

  // The weightiest first, and a new measure before what follows from it.
  private static final Comparator<Item> WEIGHT =
      Comparator.comparing((Item item) -> item.kind() != ItemKind.NEW_MEASURE)
          .thenComparing(item -> item.kind() == ItemKind.RESOLVED)
          .thenComparing(Item::severity, Comparator.nullsLast(Comparator.<Severity>reverseOrder()))
          .thenComparing(Item::at, Comparator.reverseOrder())
          .thenComparing(Item::link);

  private final Database sql;
  private final ObjectMapper json;
  private final Clock clock;

  Briefings(Database sql, ObjectMapper json, Clock clock) {
    this.sql = sql;
    this.json = json;
    this.clock = clock;
  }

  Briefing since(Instant since) {
    var items = new ArrayList<>(newMeasures(since));
    items.addAll(alerts(since));
    items.sort(WEIGHT);
    return Briefing.of(since, clock.instant(), items, MOST);
  }

  private List<Item> newMeasures(Instant since) {
    return sql.list(
        """
        select c.payload, r.published_at from signal_copy c join revision r on r.number = c.from_revision
        where c.topic = 'trade.measures.v1' and r.published_at > ?
          and not coalesce((c.payload::jsonb ->> 'backfill')::boolean, false) and not exists (
          select from signal_copy o where o.topic = c.topic and o.record_key = c.record_key
            and o.from_revision < c.from_revision)
        """,
        row -> {
          var measure = tree(row.getString(1));
          return new Item(
              ItemKind.NEW_MEASURE,
              null,
              measure.path("title").asText(),
              announced(measure),
              Columns.requiredInstant(row, "published_at"),
              false,
              "/trade/v1/measures/" + measure.path("measureId").asText());
        },
        since);
  }

  // As precise as it is known: a year stays a year.
  private static String announced(JsonNode measure) {
    var date = measure.path("announced");
    var digits = date.path("precision").asText().equals("YEAR") ? 4 : 7;
    var on = date.path("on").asText();
    var known =
        date.path("precision").asText().equals("DAY")
            ? on
            : on.substring(0, Math.min(digits, on.length()));
    var kind = measure.path("kind").asText();
    return known.isEmpty() ? kind : kind + ", announced " + known;
  }

  private List<Item> alerts(Instant since) {
    return sql.list(
        """
        select distinct on (alert_id) payload, reason, at,
          exists (select from alert_event o where o.alert_id = e.alert_id and o.at <= ?) as known
        from alert_event e where at > ? and change <> 'ACKNOWLEDGED'
        order by alert_id, sequence desc
        """,
        row -> {
          var alert = tree(row.getString("payload"));
          return new Item(
              kind(alert, row.getString("reason"), row.getBoolean("known")),
              Severity.valueOf(alert.path("severity").asText()),
              alert.path("title").asText(),
              alert.path("text").asText(),
              Columns.requiredInstant(row, "at"),
              alert.path("exercise").asBoolean(),
              "/alerts/v1/alerts/" + alert.path("alertId").asText());
        },
        since,
        since);
  }

  private static ItemKind kind(JsonNode alert, String reason, boolean known) {
    return switch (alert.path("change").asText()) {
      case "RESOLVED" -> ItemKind.RESOLVED;
      case "CANCELLED" -> ItemKind.REVISION;
      default ->
          alert.path("kind").asText().contains(SLIPS)
              ? ItemKind.SLIP
              : known && reason.equals("FIGURES_CHANGED")
                  ? ItemKind.REVISION
                  : ItemKind.CHANGED_VERDICT;
    };
  }

  private JsonNode tree(String payload) {
    try {
      return json.readTree(payload);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A stored payload cannot be read", impossible);
    }
  }
}

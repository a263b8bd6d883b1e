package org.ecosec.alerts.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;

/**
 * Tells in one message what a subscriber was not told one by one: what went beyond the daily
 * budget, and everything where a digest was asked for. The newest come first; what does not fit is
 * counted.
 */
@ApplicationScoped
class Digests {

  // A webhook's body stays under 20 kB with what is around the items.
  private static final int MOST_BYTES = 18_000;
  private static final int LONGEST_TITLE = 200;

  private record Reader(UUID id, String channel, HandlingLevel handling) {}

  private final Deliveries deliveries;
  private final Database sql;
  private final Clearance clearance;
  private final Dispatcher dispatcher;
  private final DigestConfig config;
  private final ObjectMapper json;
  private final Clock clock;

  Digests(
      Deliveries deliveries,
      Database sql,
      Clearance clearance,
      Dispatcher dispatcher,
      DigestConfig config,
      ObjectMapper json,
      Clock clock) {
    this.deliveries = deliveries;
    this.sql = sql;
    this.clearance = clearance;
    this.dispatcher = dispatcher;
    this.config = config;
    this.json = json;
    this.clock = clock;
  }

  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void sendDue() {
    var today = clock.instant().atZone(ZoneOffset.UTC).with(config.at()).toInstant();
    send(
        today.isAfter(clock.instant())
            ? today.atZone(ZoneOffset.UTC).minusDays(1).toInstant()
            : today);
  }

  /** Everything that happened before the instant and waits, a transaction for each subscriber. */
  void send(Instant before) {
    clearance.actAsSystem();
    var readers =
        sql.list(
            """
            select distinct s.id, s.channel, s.handling from digest_item i
              join subscription s on s.id = i.subscription_id
              join alert_event e on e.position = i.position
            where i.delivery_id is null and s.state = 'ACTIVE' and e.at < ?
            """,
            row ->
                new Reader(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    HandlingLevel.valueOf(row.getString(3))),
            before);
    for (Reader reader : readers) {
      QuarkusTransaction.requiringNew().run(() -> send(reader, before));
    }
    if (!readers.isEmpty()) {
      dispatcher.wake();
    }
  }

  private void send(Reader reader, Instant before) {
    // The lock keeps another replica from sending the same; it finds nothing left to take.
    sql.number(
        "select count(*) from (select id from subscription where id = ? for update) s",
        reader.id());
    var events =
        sql.list(
            """
            select e.payload from digest_item i join alert_event e on e.position = i.position
            where i.subscription_id = ? and i.delivery_id is null and e.at < ? order by e.position desc
            """,
            row -> row.getString(1),
            reader.id(),
            before);
    if (events.isEmpty()) {
      return;
    }
    var id =
        deliveries.add(
            reader.id(), DeliveryKind.DIGEST, reader.channel(), body(events), reader.handling());
    sql.update(
        """
        update digest_item i set delivery_id = ? from alert_event e
        where e.position = i.position and i.subscription_id = ? and i.delivery_id is null and e.at < ?
        """,
        id,
        reader.id(),
        before);
  }

  private String body(List<String> events) {
    var digest = json.createObjectNode();
    var items = json.createArrayNode();
    int size = 0;
    boolean exercise = true;
    for (String event : events) {
      var alert = alert(event);
      var item = item(alert);
      size += item.toString().getBytes(UTF_8).length + 1;
      if (size <= MOST_BYTES) {
        items.add(item);
      }
      exercise &= alert.path("exercise").asBoolean();
    }
    int left = events.size() - items.size();
    digest.put(
        "title", "Your digest: " + (events.size() == 1 ? "1 alert" : events.size() + " alerts"));
    digest.put(
        "text",
        left == 0
            ? "What you were not told one by one."
            : "The newest %d; read the others at /alerts/v1/alerts.".formatted(items.size()));
    digest.put("count", events.size());
    digest.put("left", left);
    digest.put("exercise", exercise);
    digest.set("items", items);
    return digest.toString();
  }

  private ObjectNode item(JsonNode alert) {
    var title = alert.path("title").asText();
    var item = json.createObjectNode();
    item.set("alertId", alert.path("alertId"));
    item.set("sequence", alert.path("sequence"));
    item.set("change", alert.path("change"));
    item.set("severity", alert.path("severity"));
    item.put("title", title.substring(0, Math.min(LONGEST_TITLE, title.length())));
    item.put("link", "/alerts/v1/alerts/" + alert.path("alertId").asText());
    if (alert.path("exercise").asBoolean()) {
      item.put("exercise", true);
    }
    return item;
  }

  private JsonNode alert(String payload) {
    try {
      return json.readTree(payload);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A stored event cannot be read", impossible);
    }
  }
}

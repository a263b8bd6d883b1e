package org.ecosec.alerts.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ecosec.platform.inbox.CloudEvent;

/** One record read so far that its sender, sequence and payload are known. */
record News(CloudEvent event, Instant publishedBy, String text, JsonNode payload) {

  /** The type of what no event but the calendar brought up. */
  static final String DAILY = "org.ecosec.alerts.day";

  static News of(ConsumerRecord<String, String> record, SignalJson json) {
    try {
      if (record.key() == null) {
        throw new IllegalArgumentException("A record of " + record.topic() + " has no key");
      }
      var event = CloudEvent.of(record);
      // The producer's clock in whole milliseconds, after the commit: one more is never too early.
      var publishedBy = Instant.ofEpochMilli(record.timestamp() + 1);
      return new News(event, publishedBy, record.value(), json.tree(record.value()));
    } catch (RuntimeException unreadable) {
      throw new PoisonRecord(
          "A record of %s cannot be read: %s".formatted(record.topic(), unreadable.getMessage()),
          unreadable);
    }
  }

  /** A state that was told earlier, looked at again on a day; its id is the same wherever it is. */
  static News ofDay(String topic, String key, String text, Instant now, SignalJson json) {
    var event = dayEvent(topic, key, now);
    return new News(event, now, text, json.tree(text));
  }

  boolean isDaily() {
    return event.type().equals(DAILY);
  }

  static CloudEvent dayEvent(String topic, String key, Instant now) {
    var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new CloudEvent(
        String.join("|", "day", day.toString(), topic, key),
        DAILY,
        "/alerts/v1",
        now.atOffset(ZoneOffset.UTC),
        day.toEpochDay(),
        topic,
        key);
  }

  Origin origin(long revision, String read) {
    var separator = read.contains("?") ? "&" : "?";
    return new Origin(
        event, publishedBy, revision, payload, read + separator + "asOf=" + publishedBy);
  }
}

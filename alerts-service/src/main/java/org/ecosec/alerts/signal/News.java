package org.ecosec.alerts.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ecosec.platform.inbox.CloudEvent;

/** One record read so far that its sender, sequence and payload are known. */
record News(CloudEvent event, Instant publishedBy, String text, JsonNode payload) {

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

  Origin origin(long revision, String read) {
    var separator = read.contains("?") ? "&" : "?";
    return new Origin(
        event, publishedBy, revision, payload, read + separator + "asOf=" + publishedBy);
  }
}

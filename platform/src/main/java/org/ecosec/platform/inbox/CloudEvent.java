package org.ecosec.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.OffsetDateTime;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The attributes of a CloudEvent in binary mode on Kafka; {@code sequence} counts up per key. */
public record CloudEvent(
    String id,
    String type,
    String source,
    OffsetDateTime time,
    long sequence,
    String topic,
    String key) {

  /** Fails with a sentence that names the missing header; such a record belongs in the DLQ. */
  public static CloudEvent of(ConsumerRecord<String, ?> record) {
    return new CloudEvent(
        header(record, "ce_id"),
        header(record, "ce_type"),
        header(record, "ce_source"),
        OffsetDateTime.parse(header(record, "ce_time")),
        Long.parseLong(header(record, "ce_sequence")),
        record.topic(),
        record.key());
  }

  private static String header(ConsumerRecord<String, ?> record, String name) {
    var header = record.headers().lastHeader(name);
    if (header == null) {
      throw new IllegalArgumentException(
          "A record of " + record.topic() + " has no header " + name);
    }
    return new String(header.value(), UTF_8);
  }
}

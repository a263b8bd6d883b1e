package org.ecosec.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ecosec.platform.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read, whole, with its place and the cause, for {@code <topic>.dlq}.
 */
public record DeadLetter(
    String cause,
    String topic,
    int partition,
    long offset,
    Map<String, String> headers,
    @Nullable String value) {

  public static OutboxEvent of(ConsumerRecord<String, String> record, Throwable cause) {
    var headers = new TreeMap<String, String>();
    record
        .headers()
        .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    var key = record.key() == null || record.key().isBlank() ? "no-key" : record.key();
    return new OutboxEvent(
        record.topic() + ".dlq",
        key,
        new DeadLetter(
            cause.toString(),
            record.topic(),
            record.partition(),
            record.offset(),
            headers,
            record.value()));
  }
}

package org.ecosec.alerts.signal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads what was set aside, without a group: reading leaves everything where it is. */
@ApplicationScoped
class DeadLetterQueue {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** A record that was set aside: where it lies now, where it came from, and why. */
  record Letter(ConsumerRecord<String, String> record) {

    String topic() {
      var name = record.topic();
      return name.substring(0, name.length() - ".dlq".length());
    }

    @Nullable String header(String name) {
      var header = record.headers().lastHeader(name);
      return header == null ? null : new String(header.value(), UTF_8);
    }

    /** As it was read at first: its own headers and its own place. */
    ConsumerRecord<String, String> original() {
      var original =
          new ConsumerRecord<>(
              topic(),
              number("dead-letter-partition"),
              number("dead-letter-offset"),
              record.timestamp(),
              record.timestampType(),
              0,
              0,
              record.key(),
              record.value(),
              new RecordHeaders(),
              Optional.empty());
      record.headers().forEach(header -> original.headers().add(header));
      return original;
    }

    private int number(String name) {
      var text = header(name);
      return text == null ? 0 : Integer.parseInt(text);
    }
  }

  private final Map<String, Object> kafka;

  DeadLetterQueue(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  /** All of a topic's letters that are still kept, at most so many, oldest first. */
  List<Letter> of(String topic, int most) {
    var letters = new ArrayList<Letter>();
    try (var consumer =
        new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic + ".dlq", PATIENCE).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (letters.size() < most
          && partitions.stream()
              .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        consumer.poll(PATIENCE).forEach(record -> letters.add(new Letter(record)));
      }
    }
    return letters.subList(0, Math.min(most, letters.size()));
  }

  private Map<String, Object> settings() {
    var settings = new HashMap<>(kafka);
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.remove("group.id");
    settings.put("allow.auto.create.topics", false);
    return settings;
  }
}

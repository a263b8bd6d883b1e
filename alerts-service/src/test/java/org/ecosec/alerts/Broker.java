package org.ecosec.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.ecosec.platform.testing.RealServers;

/** The other services, as far as this one sees them: records on the real broker. */
public final class Broker {

  private static final Map<String, AtomicLong> SEQUENCES = new ConcurrentHashMap<>();
  private static final KafkaProducer<String, String> PRODUCER =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", RealServers.servers().kafka(), "acks", "all"),
          new StringSerializer(),
          new StringSerializer());

  private Broker() {}

  /** Publishes as an outbox does, with the next sequence of the key. */
  public static void publish(String topic, String key, String payload) {
    publish(topic, key, payload, nextSequence(topic, key));
  }

  public static long nextSequence(String topic, String key) {
    return SEQUENCES.computeIfAbsent(topic + key, none -> new AtomicLong()).incrementAndGet();
  }

  public static void publish(String topic, String key, String payload, long sequence) {
    var record = new ProducerRecord<>(topic, key, payload);
    var headers = new HashMap<String, String>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_type", "org.ecosec." + topic);
    headers.put("ce_source", "/trade/v1");
    headers.put("ce_time", Instant.EPOCH.toString());
    headers.put("ce_sequence", Long.toString(sequence));
    headers.put("content-type", "application/json");
    headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    send(record);
  }

  public static void send(ProducerRecord<String, String> record) {
    try {
      PRODUCER.send(record).get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Everything on a topic with that key, once at least so many are there. */
  public static List<ConsumerRecord<String, String>> read(String topic, String key, int atLeast) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers",
            RealServers.servers().kafka(),
            "group.id",
            UUID.randomUUID().toString(),
            "auto.offset.reset",
            "earliest");
    var found = new ArrayList<ConsumerRecord<String, String>>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (System.nanoTime() < end && found.size() < atLeast) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          if (key.equals(record.key())) {
            found.add(record);
          }
        }
      }
    }
    return found;
  }
}

package org.ecosec.trade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.ecosec.platform.testing.RealServers;

/** A topic of the real broker, read from its beginning and written to as another service would. */
public record Topic(String name) {

  private static final int POLLS = 60;

  /** Waits for as many records as wanted, or gives what came in half a minute. */
  public List<ConsumerRecord<String, String>> await(
      int wanted, Predicate<ConsumerRecord<String, String>> which) {
    return read(POLLS, wanted, which);
  }

  /** What is there within a second or two. */
  public List<ConsumerRecord<String, String>> now(Predicate<ConsumerRecord<String, String>> which) {
    return read(4, Integer.MAX_VALUE, which);
  }

  public void send(ConsumerRecord<String, String> record) {
    var settings = Map.<String, Object>of("bootstrap.servers", RealServers.servers().kafka());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer
          .send(new ProducerRecord<>(name, null, record.key(), record.value(), record.headers()))
          .get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private List<ConsumerRecord<String, String>> read(
      int polls, int wanted, Predicate<ConsumerRecord<String, String>> which) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", RealServers.servers().kafka(),
            "group.id", UUID.randomUUID().toString(),
            "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(name));
      var found = new ArrayList<ConsumerRecord<String, String>>();
      for (int i = 0; i < polls && found.size() < wanted; i++) {
        for (var record : consumer.poll(Duration.ofMillis(500))) {
          if (which.test(record)) {
            found.add(record);
          }
        }
      }
      return found;
    }
  }
}

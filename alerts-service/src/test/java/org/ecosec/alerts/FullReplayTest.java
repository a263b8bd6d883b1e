package org.ecosec.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.ecosec.platform.testing.RealServers;
import org.junit.jupiter.api.Test;

/** Everything that was ever said, said again in any order, is no news. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class FullReplayTest {

  private static final Map<String, String> GROUPS =
      Map.of(
          "trade.indicators.v1", "alerts-indicators",
          "trade.anomalies.v1", "alerts-anomalies",
          "trade.measures.v1", "alerts-measures",
          "trade.exposures.v1", "alerts-exposures",
          "trade.sources.v1", "alerts-sources",
          "investment.milestones.v1", "alerts-milestones",
          "investment.targets.v1", "alerts-targets",
          "investment.progress.v1", "alerts-progress");

  private final String product = Indicator.newProduct();

  @Test
  void theReplayOfEveryTopicChangesNoAlertAndSendsNothing() throws Exception {
    try (var desk = new Receiver()) {
      Api.subscribe(desk.url(), product);
      Indicator.of(product).period("2023").publish();
      Indicator.of(product).period("2024").hhi("0.8", "0.81").publish();
      for (String topic : GROUPS.keySet()) {
        if (!topic.equals(Indicator.TOPIC)) {
          Sample.of(topic).publish("replay-" + product);
        }
      }
      desk.await(2);
      Eventually.holds("all is read", FullReplayTest::caughtUp);
      long events = Kept.count("select count(*) from alert_event");
      long told =
          Kept.count("select count(*) from outbox_sequence where topic = 'alerts.alerts.v1'");

      var all = everything();
      assertThat(all).hasSizeGreaterThan(9);
      Collections.shuffle(all, new Random(20_260_115));
      for (var record : all) {
        Broker.send(
            new ProducerRecord<>(
                record.topic(), null, record.key(), record.value(), record.headers()));
      }
      Eventually.holds("all is read again", FullReplayTest::caughtUp);

      assertThat(Kept.count("select count(*) from alert_event")).isEqualTo(events);
      assertThat(
              Kept.count("select count(*) from outbox_sequence where topic = 'alerts.alerts.v1'"))
          .isEqualTo(told);
      assertThat(desk.requests()).hasSize(2);
      // The negative control: the listeners still listen.
      Indicator.of(product).period("2025").publish();
      desk.await(3);
      assertThat(Kept.count("select count(*) from alert_event")).isEqualTo(events + 1);
    }
  }

  private static List<ConsumerRecord<String, String>> everything() {
    var settings = Map.<String, Object>of("bootstrap.servers", RealServers.servers().kafka());
    var records = new ArrayList<ConsumerRecord<String, String>>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partitions = new ArrayList<TopicPartition>();
      for (String topic : GROUPS.keySet()) {
        consumer
            .partitionsFor(topic)
            .forEach(part -> partitions.add(new TopicPartition(topic, part.partition())));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          records.add(record);
        }
      }
    }
    // Unreadable ones of other tests would only go to the dead letters again.
    records.removeIf(record -> record.headers().lastHeader("ce_sequence") == null);
    return records;
  }

  private static boolean caughtUp() {
    try (var admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", RealServers.servers().kafka()))) {
      for (var group : GROUPS.entrySet()) {
        var committed =
            admin.listConsumerGroupOffsets(group.getValue()).partitionsToOffsetAndMetadata().get();
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        var partitions =
            Objects.requireNonNull(
                admin
                    .describeTopics(List.of(group.getKey()))
                    .allTopicNames()
                    .get()
                    .get(group.getKey()));
        partitions
            .partitions()
            .forEach(
                part ->
                    latest.put(
                        new TopicPartition(group.getKey(), part.partition()), OffsetSpec.latest()));
        for (var end : admin.listOffsets(latest).all().get().entrySet()) {
          var read = committed.get(end.getKey());
          if (end.getValue().offset() > (read == null ? 0 : read.offset())) {
            return false;
          }
        }
      }
      return true;
    } catch (InterruptedException | ExecutionException failure) {
      throw new AssertionError(failure);
    }
  }
}

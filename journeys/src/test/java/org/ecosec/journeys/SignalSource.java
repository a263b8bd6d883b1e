package org.ecosec.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Trade-service as far as alerts-service sees it: records on its topic, kept to be sent again. */
final class SignalSource implements AutoCloseable {
  static final String TOPIC = "trade.indicators.v1";
  private static final AtomicInteger PRODUCTS = new AtomicInteger(100_000);

  private final ObjectNode sample;
  private final KafkaProducer<String, String> producer;
  private final List<ProducerRecord<String, String>> sent =
      Collections.synchronizedList(new ArrayList<>());

  SignalSource(String kafka) throws IOException {
    var file = RunningPlatform.checkout().resolve("contracts/samples/" + TOPIC + ".json");
    sample = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    sample.put("baseline", false).put("backfill", false).put("newest", true);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "acks", "all", "delivery.timeout.ms", "120000"),
            new StringSerializer(),
            new StringSerializer());
  }

  static String newProduct() {
    return Integer.toString(PRODUCTS.incrementAndGet());
  }

  static String fingerprint(String product) {
    return "concentration|JPN|HS|" + product;
  }

  /** An importer depends on one supplier in a year: one alert. */
  ProducerRecord<String, String> concentrated(String product, int year, long sequence) {
    return record(product, year, sequence, "0.76", "0.78", "CONCENTRATED");
  }

  /** Many suppliers: no alert. */
  ProducerRecord<String, String> spread(String product, int year, long sequence) {
    return record(product, year, sequence, "0.10", "0.11", "NOT_CONCENTRATED");
  }

  private ProducerRecord<String, String> record(
      String product, int year, long sequence, String lower, String upper, String verdict) {
    var payload = sample.deepCopy().put("product", product).put("period", Integer.toString(year));
    var current = (ObjectNode) payload.get("current");
    current.put("hhiLower", new BigDecimal(lower));
    current.put("hhiUpper", new BigDecimal(upper));
    current.put("verdict", verdict);
    if (!verdict.equals("CONCENTRATED")) {
      var top = (ObjectNode) current.get("top1");
      top.put("share", new BigDecimal("0.2"));
      top.put("shareOfWorld", new BigDecimal("0.2"));
    }
    return withHeaders("JPN|HS|" + product, payload.toString(), sequence);
  }

  static ProducerRecord<String, String> withHeaders(String key, String payload, long sequence) {
    var record = new ProducerRecord<>(TOPIC, key, payload);
    var headers =
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            "org.ecosec." + TOPIC,
            "ce_source",
            "/trade/v1",
            "ce_time",
            Instant.EPOCH.toString(),
            "ce_sequence",
            Long.toString(sequence),
            "content-type",
            "application/json");
    headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  /** Returns when the broker has it. */
  void send(ProducerRecord<String, String> record) throws Exception {
    sent.add(record);
    producer.send(record).get();
  }

  /** Many, as fast as they go. */
  void sendAll(List<ProducerRecord<String, String>> records) {
    sent.addAll(records);
    deliver(records);
  }

  /** Everything once more, as it was: a full replay of the topic. */
  void replay() {
    deliver(List.copyOf(sent));
  }

  private void deliver(List<ProducerRecord<String, String>> records) {
    var answers = new ArrayList<Future<RecordMetadata>>();
    for (ProducerRecord<String, String> one : records) {
      answers.add(
          producer.send(
              new ProducerRecord<>(one.topic(), null, one.key(), one.value(), one.headers())));
    }
    producer.flush();
    answers.stream()
        .filter(answer -> answer.state() != Future.State.SUCCESS)
        .findFirst()
        .ifPresent(
            lost -> {
              throw new AssertionError("The broker did not take a signal: " + lost);
            });
  }

  @Override
  public void close() {
    producer.close();
  }
}

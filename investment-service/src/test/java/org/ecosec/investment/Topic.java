package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.ecosec.platform.testing.Contracts;
import org.ecosec.platform.testing.RealServers;

/** What a consumer on the real broker gets of a key; every record keeps the topic's contract. */
final class Topic {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private Topic() {}

  static JsonNode last(String topic, String key, int wanted) {
    return records(topic, key, wanted).getLast();
  }

  static List<JsonNode> records(String topic, String key, int wanted) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers",
            RealServers.servers().kafka(),
            "group.id",
            UUID.randomUUID().toString(),
            "auto.offset.reset",
            "earliest");
    var found = new ArrayList<JsonNode>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      for (int polls = 0; polls < 60 && found.size() < wanted; polls++) {
        consumer
            .poll(Duration.ofMillis(500))
            .forEach(
                record -> {
                  if (record.key().equals(key)) {
                    assertThat(Contracts.violations(topic, record.value())).isEmpty();
                    found.add(parse(record.value()));
                  }
                });
      }
    }
    assertThat(found).as("records of " + key + " on " + topic).hasSizeGreaterThanOrEqualTo(wanted);
    return found;
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}

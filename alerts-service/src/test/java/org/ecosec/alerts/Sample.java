package org.ecosec.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.ecosec.platform.testing.Contracts;

/** The sample of a contract with some fields changed. */
final class Sample {

  private final String topic;
  private final ObjectNode payload;

  private Sample(String topic, String sample) {
    this.topic = topic;
    this.payload = (ObjectNode) Json.parse(Contracts.sample(sample));
    this.payload.put("backfill", false);
  }

  static Sample of(String topic) {
    return new Sample(topic, topic);
  }

  /** Another sample of the topic, such as {@code exports}. */
  static Sample of(String topic, String variant) {
    return new Sample(topic, topic + "." + variant);
  }

  Sample put(String field, String value) {
    payload.put(field, value);
    return this;
  }

  Sample amount(String field, String value) {
    payload.put(field, new BigDecimal(value));
    return this;
  }

  Sample json(String field, String value) {
    payload.<JsonNode>set(field, Json.parse(value));
    return this;
  }

  Sample publish(String key) {
    var violations = Contracts.violations(topic, payload.toString());
    if (!violations.isEmpty()) {
      throw new AssertionError("Not as the contract says: " + violations);
    }
    Broker.publish(topic, key, payload.toString());
    return this;
  }
}

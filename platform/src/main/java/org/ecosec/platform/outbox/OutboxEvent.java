package org.ecosec.platform.outbox;

/**
 * A fact for other services: the topic, the ordering key and a payload that becomes JSON as the
 * topic's schema in {@code contracts} says.
 */
public record OutboxEvent(String topic, String key, Object payload) {

  public OutboxEvent {
    if (topic.isBlank() || key.isBlank()) {
      throw new IllegalArgumentException("An event needs a topic and a key");
    }
  }
}

package org.ecosec.alerts.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads other services' payloads: fields that we do not know are theirs to add. */
@ApplicationScoped
public class SignalJson {

  private final ObjectMapper mapper;

  SignalJson(ObjectMapper strict) {
    this.mapper =
        strict
            .copy()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  JsonNode tree(String text) {
    try {
      var tree = mapper.readTree(text);
      if (!tree.isObject()) {
        throw new IllegalArgumentException("The payload is not a JSON object");
      }
      return tree;
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("The payload is not JSON", malformed);
    }
  }

  /** The payload as the record of this service; a missing or wrong field is poison. */
  <T> T read(News news, Class<T> type) {
    try {
      return mapper.treeToValue(news.payload(), type);
    } catch (JsonProcessingException | RuntimeException unreadable) {
      throw new PoisonRecord(
          "The payload of a record of %s does not fit: %s"
              .formatted(news.event().topic(), unreadable.getMessage()),
          unreadable);
    }
  }

  /** A stored payload, which was read once already. */
  public <T> T stored(String text, Class<T> type) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A stored payload cannot be read", impossible);
    }
  }
}

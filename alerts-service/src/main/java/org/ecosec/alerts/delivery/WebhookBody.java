package org.ecosec.alerts.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The body of a webhook: a CloudEvent in JSON, the same bytes at every attempt. */
@ApplicationScoped
class WebhookBody {

  static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";
  static final int MAX_BYTES = 20_000;
  private static final int SHORTENED = 500;
  private static final int RECENT = 256;

  private final ObjectMapper json;
  private final Map<String, String> recent =
      Collections.synchronizedMap(
          new LinkedHashMap<>(RECENT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
              return size() > RECENT;
            }
          });

  WebhookBody(ObjectMapper json) {
    this.json = json;
  }

  /** All subscribers of an event get the same bytes, which are made once. */
  String of(Leased delivery) {
    if (delivery.kind() != DeliveryKind.EVENT) {
      return written(delivery);
    }
    var event = delivery.alertId() + "/" + delivery.sequence();
    var known = recent.get(event);
    if (known == null) {
      known = written(delivery);
      recent.put(event, known);
    }
    return known;
  }

  private String written(Leased delivery) {
    try {
      var data = (ObjectNode) json.readTree(delivery.payload());
      boolean ofAlert = delivery.kind() == DeliveryKind.EVENT;
      var event = json.createObjectNode();
      event.put("specversion", "1.0");
      event.put(
          "id",
          ofAlert ? delivery.alertId() + "/" + delivery.sequence() : delivery.id().toString());
      event.put("type", ofAlert ? "org.ecosec.alerts.alerts.v1" : delivery.kind().eventType());
      event.put("source", "/alerts/v1");
      event.put(
          "subject",
          ofAlert ? data.path("fingerprint").asText() : delivery.subscriptionId().toString());
      event.put("time", ofAlert ? data.path("at").asText() : delivery.createdAt().toString());
      event.put("datacontenttype", "application/json");
      event.set("data", data);
      var body = json.writeValueAsString(event);
      return body.getBytes(UTF_8).length < MAX_BYTES ? body : shortened(event, data);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A stored event cannot be read", impossible);
    }
  }

  // The whole is behind the evidence link.
  private String shortened(ObjectNode event, ObjectNode data) throws JsonProcessingException {
    for (String field : new String[] {"title", "text"}) {
      var text = data.path(field).asText();
      data.put(field, text.length() > SHORTENED ? text.substring(0, SHORTENED) + "…" : text);
    }
    // Words in other languages are as long again each.
    data.putObject("translations");
    return json.writeValueAsString(event);
  }
}

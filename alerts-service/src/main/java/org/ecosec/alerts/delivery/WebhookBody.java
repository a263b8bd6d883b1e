package org.ecosec.alerts.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.ecosec.alerts.alert.AlertHistory;

/** The body of a webhook: a CloudEvent in JSON, the same bytes at every attempt. */
@ApplicationScoped
class WebhookBody {

  static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";
  private static final int MAX_BYTES = 20_000;
  private static final int SHORTENED = 500;

  private final ObjectMapper json;

  WebhookBody(ObjectMapper json) {
    this.json = json;
  }

  String of(AlertHistory.Entry entry) {
    try {
      var data = (ObjectNode) json.readTree(entry.payload());
      var event = json.createObjectNode();
      event.put("specversion", "1.0");
      event.put("id", entry.alertId() + "/" + entry.sequence());
      event.put("type", "org.ecosec.alerts.alerts.v1");
      event.put("source", "/alerts/v1");
      event.put("subject", data.path("fingerprint").asText());
      event.put("time", data.path("at").asText());
      event.put("datacontenttype", "application/json");
      event.set("data", data);
      var body = json.writeValueAsString(event);
      return body.length() * 3 < MAX_BYTES ? body : shortened(event, data);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A stored event cannot be read", impossible);
    }
  }

  // Texts may hold three bytes a character; the whole is behind the evidence link.
  private String shortened(ObjectNode event, ObjectNode data) throws JsonProcessingException {
    for (String field : new String[] {"title", "text"}) {
      var text = data.path(field).asText();
      data.put(field, text.length() > SHORTENED ? text.substring(0, SHORTENED) + "…" : text);
    }
    return json.writeValueAsString(event);
  }
}

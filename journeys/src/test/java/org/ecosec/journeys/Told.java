package org.ecosec.journeys;

import com.fasterxml.jackson.databind.JsonNode;

/** One delivery as a subscriber got it: its id and the alert's state that it told of. */
record Told(String webhookId, JsonNode alert) {

  String alertId() {
    return alert.path("alertId").asText();
  }

  String fingerprint() {
    return alert.path("fingerprint").asText();
  }

  long sequence() {
    return alert.path("sequence").asLong();
  }

  /** The change and what it is about, such as {@code RAISED JPN 260400}. */
  String summary() {
    return summary(alert);
  }

  static String summary(JsonNode alert) {
    var subject = alert.path("subject");
    var words = new StringBuilder(alert.path("change").asText());
    for (String part : new String[] {"importer", "product", "measureId", "pledgeId"}) {
      if (subject.hasNonNull(part)) {
        words.append(' ').append(subject.path(part).asText());
      }
    }
    return words.toString();
  }
}

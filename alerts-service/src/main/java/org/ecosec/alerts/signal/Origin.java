package org.ecosec.alerts.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.ecosec.platform.inbox.CloudEvent;

/**
 * Where a signal came from: the event, its payload as received, the revision of the service that
 * sent it, and the read that answers the same figures for ever ({@code asOf}).
 */
public record Origin(
    CloudEvent event, Instant publishedBy, long revision, JsonNode payload, String read) {

  /** Whether the calendar brought it up, not an event. */
  public boolean daily() {
    return event.type().equals(News.DAILY);
  }

  /** Of what this service itself notices on a day. */
  public static Origin ofDay(String topic, String key, JsonNode payload, Instant now, String read) {
    return new Origin(News.dayEvent(topic, key, now), now, 0, payload, read);
  }
}

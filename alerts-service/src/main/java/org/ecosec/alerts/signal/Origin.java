package org.ecosec.alerts.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.ecosec.platform.inbox.CloudEvent;

/**
 * Where a signal came from: the event, its payload as received, the revision of the service that
 * sent it, and the read that answers the same figures for ever ({@code asOf}).
 */
public record Origin(
    CloudEvent event, Instant publishedBy, long revision, JsonNode payload, String read) {}

package org.ecosec.alerts.feed;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.alerts.alert.AlertHistory;
import org.ecosec.alerts.alert.AlertNews;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Alert events as they happen. */
@Path("/alerts/v1/stream")
@Tag(name = "Feed")
@Blocking
public class StreamResource {

  private final AlertHistory history;
  private final AlertPages pages;
  private final AlertBell bell;
  private final FeedConfig config;
  private final Clearance clearance;
  private final Sse sse;
  private final Semaphore places;

  StreamResource(
      AlertHistory history,
      AlertPages pages,
      AlertBell bell,
      FeedConfig config,
      Clearance clearance,
      Sse sse) {
    this.history = history;
    this.pages = pages;
    this.bell = bell;
    this.config = config;
    this.clearance = clearance;
    this.sse = sse;
    this.places = new Semaphore(config.limit());
  }

  @GET
  @Operation(
      summary = "Alert events as server-sent events",
      description =
          "Each has an id; a client that comes back with Last-Event-ID goes on after it, without"
              + " gap or repeat, at any replica. Without it the stream starts now. A comment shows"
              + " that a silent stream lives. To a client that is too far behind an event named gap"
              + " says which ids it will not get; it then goes on after them.")
  @APIResponse(
      responseCode = "200",
      description = "Events named after the change, with the alert event as data",
      content =
          @Content(
              mediaType = "text/event-stream",
              schema = @Schema(implementation = AlertNews.class)))
  @RolesAllowed(Roles.READER)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> stream(
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId) {
    long start = lastEventId == null ? history.newestPosition() : position(lastEventId);
    var level = clearance.level();
    if (!places.tryAcquire()) {
      throw new Problem(503, "too-many-streams", "Too many streams are open; come back later.");
    }
    return Multi.createFrom()
        .<OutboundSseEvent>emitter(
            listener ->
                Thread.ofVirtual()
                    .name("alert-stream")
                    .start(
                        () ->
                            new AlertStream(listener, sse, pages, bell, config).run(start, level)))
        .onTermination()
        .invoke(() -> places.release());
  }

  private static long position(String lastEventId) {
    try {
      long position = Long.parseLong(lastEventId.strip());
      if (position >= 0) {
        return position;
      }
    } catch (NumberFormatException notOurs) {
      // Refused below, as a negative one is.
    }
    throw Problem.badRequest(
            "bad-last-event-id", "Send the id of the last event that you got, unchanged.")
        .at("header:Last-Event-ID", "is not an id of this stream");
  }
}

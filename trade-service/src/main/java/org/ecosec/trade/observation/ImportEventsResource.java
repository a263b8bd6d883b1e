package org.ecosec.trade.observation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** An import as it goes on, until it has ended. */
@Path("/trade/v1/imports/{id}/events")
@Tag(name = "Imports")
@RunOnVirtualThread
public class ImportEventsResource {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final int LOOKS_BETWEEN_HEARTBEATS = 40;

  private final Imports imports;
  private final ObjectMapper json;

  ImportEventsResource(Imports imports, ObjectMapper json) {
    this.imports = imports;
    this.json = json;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Follow an import: server-sent events",
      description =
          "An event import with the same fields as the import whenever one of them has changed, a"
              + " comment every ten seconds where none has; the stream ends with the import.")
  public void follow(@PathParam("id") String id, @Context SseEventSink sink, @Context Sse sse) {
    try (sink) {
      ImportView told = null;
      for (int quiet = 0; !sink.isClosed(); quiet++) {
        var view = view(id);
        if (view == null) {
          return;
        }
        if (!view.equals(told)) {
          send(sink, event(sse, view));
          told = view;
          quiet = 0;
        } else if (quiet % LOOKS_BETWEEN_HEARTBEATS == LOOKS_BETWEEN_HEARTBEATS - 1) {
          send(sink, sse.newEventBuilder().comment("still at it").build());
        }
        if (view.status() != ImportView.Status.RUNNING) {
          return;
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    } catch (CompletionException gone) {
      // Whoever followed has left.
    }
  }

  private @Nullable ImportView view(String id) {
    try {
      return imports.find(UUID.fromString(id)).orElse(null);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.notFound("no-such-import", "There is no such import; see /trade/v1/imports.");
    }
  }

  private OutboundSseEvent event(Sse sse, ImportView view) {
    try {
      return sse.newEventBuilder().name("import").data(json.writeValueAsString(view)).build();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void send(SseEventSink sink, OutboundSseEvent event) {
    sink.send(event).toCompletableFuture().join();
  }
}

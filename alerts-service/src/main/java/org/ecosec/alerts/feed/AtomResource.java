package org.ecosec.alerts.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.alerts.alert.AlertHistory;
import org.ecosec.platform.paging.Cursor;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Alert events for feed readers. */
@Path("/alerts/v1/feed.atom")
@Tag(name = "Feed")
@RunOnVirtualThread
public class AtomResource {

  private final AlertHistory history;
  private final Clearance clearance;
  private final AtomText texts;

  AtomResource(AlertHistory history, Clearance clearance, AtomText texts) {
    this.history = history;
    this.clearance = clearance;
    this.texts = texts;
  }

  @GET
  @Operation(
      summary = "Alert events as an Atom feed (RFC 4287), newest first",
      description =
          "Older ones are behind rel=next (RFC 5005). An entry's id is the same for ever; ETag and"
              + " If-None-Match spare a reader what it has.")
  @APIResponse(
      responseCode = "200",
      description = "The feed",
      content = @Content(mediaType = "application/atom+xml"))
  @APIResponse(responseCode = "304", description = "Nothing new")
  @RolesAllowed(Roles.READER)
  @Produces("application/atom+xml")
  public Response feed(
      @BeanParam PageRequest page, @HeaderParam("If-None-Match") @Nullable String known) {
    long before = page.after(1).map(key -> Cursor.number(key.getFirst())).orElse(Long.MAX_VALUE);
    var entries = history.before(before, clearance.level(), page.limit() + 1);
    boolean more = entries.size() > page.limit();
    var shown = more ? entries.subList(0, page.limit()) : entries;
    var tag = tag(shown, more);
    if (known != null && known.contains('"' + tag + '"')) {
      return Response.notModified(new EntityTag(tag)).build();
    }
    var next = more ? Cursor.encode(Long.toString(shown.getLast().position())) : null;
    return Response.ok(texts.of(shown, page.limit(), next)).tag(new EntityTag(tag)).build();
  }

  // Positions are never reused and events never change, so the first and the last name the page.
  private static String tag(List<AlertHistory.Entry> shown, boolean more) {
    return shown.isEmpty()
        ? "empty"
        : shown.getFirst().position() + "-" + shown.getLast().position() + (more ? "+" : "");
  }
}

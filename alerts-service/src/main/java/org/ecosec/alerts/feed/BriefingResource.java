package org.ecosec.alerts.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** What changed since somebody last looked. */
@Path("/alerts/v1/briefings")
@Tag(name = "Feed")
@RunOnVirtualThread
public class BriefingResource {

  private final Briefings briefings;
  private final Clock clock;

  BriefingResource(Briefings briefings, Clock clock) {
    this.briefings = briefings;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "At most ten things that changed since an instant, or \"nothing changed\"",
      description =
          "New measures, changed verdicts, slips, revisions and what was resolved; of each alert"
              + " the last thing that happened to it.")
  @RolesAllowed(Roles.READER)
  public Briefing since(
      @QueryParam("since")
          @Parameter(description = "RFC 3339", example = "2026-03-01T06:00:00Z", required = true)
          @Nullable String since) {
    return briefings.since(instant(since));
  }

  private Instant instant(@Nullable String since) {
    try {
      var instant = Instant.parse(since == null ? "" : since);
      if (!instant.isAfter(clock.instant())) {
        return instant;
      }
    } catch (DateTimeParseException malformed) {
      // Refused below, as one in the future is.
    }
    throw Problem.badRequest(
            "bad-since", "Say since when, such as 2026-03-01T06:00:00Z, and not in the future.")
        .at("query:since", "is no instant of the past");
  }
}

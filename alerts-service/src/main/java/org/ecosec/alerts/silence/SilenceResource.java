package org.ecosec.alerts.silence;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.alerts.ledger.Names;
import org.ecosec.alerts.ledger.People;
import org.ecosec.platform.http.Preconditions;
import org.ecosec.platform.idempotency.Idempotency;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Silences: alerts are still raised and kept, but nobody is told of them. */
@Path("/alerts/v1/silences")
@Tag(name = "Silences")
@RunOnVirtualThread
public class SilenceResource {

  private final Silences silences;
  private final SilenceRegister register;
  private final People people;
  private final Preconditions preconditions;
  private final Idempotency idempotency;
  private final SecurityIdentity identity;
  private final Clock clock;

  SilenceResource(
      Silences silences,
      SilenceRegister register,
      People people,
      Preconditions preconditions,
      Idempotency idempotency,
      SecurityIdentity identity,
      Clock clock) {
    this.silences = silences;
    this.register = register;
    this.people = people;
    this.preconditions = preconditions;
    this.idempotency = idempotency;
    this.identity = identity;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "List silences, newest first; those that are over too")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  public Page<SilenceView> list(
      @QueryParam("active")
          @DefaultValue("false")
          @Parameter(description = "Only those that hold now")
          boolean active,
      @BeanParam PageRequest page) {
    var before = page.after(1).map(key -> cursor(key.getFirst())).orElse(null);
    var now = active ? clock.instant() : null;
    var found = silences.before(before, now, page.limit() + 1);
    var names = names(found);
    var views = found.stream().map(silence -> SilenceView.of(silence, names)).toList();
    return Page.of(views, page.limit(), silence -> new String[] {silence.silenceId().toString()});
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a silence")
  @RolesAllowed(Roles.READER)
  public SilenceView one(@PathParam("id") String id) {
    return view(existing(id));
  }

  @POST
  @Operation(
      summary = "Ask that nobody is told of some alerts for a time",
      description =
          "Alerts are raised and kept all the same, and say SILENCED. Whoever was not told of one"
              + " that is still open when the silence ends is told then.")
  @APIResponse(
      responseCode = "201",
      description = "Begun",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SilenceView.class)))
  @RolesAllowed(Roles.ANALYST)
  @Transactional
  public Response begin(@HeaderParam("Idempotency-Key") @Nullable String key, SilenceDraft draft) {
    return idempotency.once(
        key,
        draft,
        () -> {
          var view = register.begin(draft, identity.getPrincipal().getName());
          return Response.created(URI.create("/alerts/v1/silences/" + view.silenceId()))
              .entity(view)
              .header("ETag", preconditions.etag(view))
              .build();
        });
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "End a silence before its time; it stays on record")
  @APIResponse(responseCode = "204", description = "Ended")
  @RolesAllowed(Roles.ANALYST)
  @Transactional
  public void end(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var silence = existing(id);
    preconditions.check(ifMatch, view(silence));
    register.end(silence, identity.getPrincipal().getName());
  }

  private SilenceView view(Silence silence) {
    return SilenceView.of(silence, names(List.of(silence)));
  }

  private Names names(List<Silence> found) {
    return people.names(
        found.stream()
            .flatMap(silence -> Stream.of(silence.author(), silence.endedBy()))
            .filter(Objects::nonNull)
            .distinct()
            .toList());
  }

  private Silence existing(String id) {
    try {
      return silences.find(UUID.fromString(id)).orElseThrow(() -> unknown(id));
    } catch (IllegalArgumentException noId) {
      throw unknown(id);
    }
  }

  private static UUID cursor(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOurs) {
      throw Problem.badRequest("bad-cursor", "Take the cursor from the next field, unchanged.");
    }
  }

  private static Problem unknown(String id) {
    return Problem.notFound("no-such-silence", "There is no silence " + id + ".");
  }
}

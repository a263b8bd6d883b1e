package org.ecosec.alerts.alert;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.idempotency.Idempotency;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Notes that people take of an alert. */
@Path("/alerts/v1/alerts/{id}/acknowledgements")
@Tag(name = "Alerts")
@RunOnVirtualThread
public class AcknowledgementResource {

  private final Acknowledgement acknowledgement;
  private final Idempotency idempotency;
  private final SecurityIdentity identity;

  AcknowledgementResource(
      Acknowledgement acknowledgement, Idempotency idempotency, SecurityIdentity identity) {
    this.acknowledgement = acknowledgement;
    this.idempotency = idempotency;
    this.identity = identity;
  }

  /** What the one who acknowledges wants to say, if anything. */
  public record AcknowledgementDraft(@Nullable String note) {

    private static final int MAX_NOTE = 2_000;

    public AcknowledgementDraft {
      if (note != null && note.length() > MAX_NOTE) {
        throw Problem.unprocessable("bad-note", "Shorten the note to 2,000 characters.")
            .at("/note", "is too long");
      }
    }
  }

  @POST
  @Operation(summary = "Take note of an alert; it stays open until its condition clears")
  @APIResponse(
      responseCode = "201",
      description = "Acknowledged",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AlertView.class)))
  @RolesAllowed(Roles.ANALYST)
  @Transactional
  public Response acknowledge(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      AcknowledgementDraft draft) {
    return idempotency.once(
        key,
        draft,
        () ->
            Response.status(201)
                .entity(
                    acknowledgement.give(
                        AlertIds.of(id), identity.getPrincipal().getName(), draft.note()))
                .build());
  }
}

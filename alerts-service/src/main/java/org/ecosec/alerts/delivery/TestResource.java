package org.ecosec.alerts.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.security.Roles;

/** A message to try an endpoint with. */
@Path("/alerts/v1/subscriptions/{id}/tests")
@Tag(name = "Subscriptions")
@RunOnVirtualThread
public class TestResource {

  private final Replaying replaying;

  TestResource(Replaying replaying) {
    this.replaying = replaying;
  }

  /** The message under way; it is in the list of deliveries with its attempts. */
  public record TestView(UUID deliveryId) {}

  @POST
  @Operation(summary = "Send a test message, signed as all are")
  @APIResponse(
      responseCode = "202",
      description = "On its way; see the deliveries of the subscription",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TestView.class)))
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR})
  public Response test(@PathParam("id") String id) {
    return Response.accepted(new TestView(replaying.trial(id))).build();
  }
}

package org.ecosec.alerts.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.alerts.subscription.SubscriptionAccess;
import org.ecosec.platform.idempotency.Idempotency;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Messages to subscribers: an analyst's own, an operator's all. */
@Path("/alerts/v1/deliveries")
@Tag(name = "Deliveries")
@RunOnVirtualThread
public class DeliveryResource {

  private final DeliveryList deliveries;
  private final Replaying replaying;
  private final SubscriptionAccess access;
  private final Idempotency idempotency;

  DeliveryResource(
      DeliveryList deliveries,
      Replaying replaying,
      SubscriptionAccess access,
      Idempotency idempotency) {
    this.deliveries = deliveries;
    this.replaying = replaying;
    this.access = access;
    this.idempotency = idempotency;
  }

  /** How many messages go out again. */
  public record ReplayView(UUID subscriptionId, int replayed) {}

  @GET
  @Operation(summary = "List messages to subscribers, newest first")
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR})
  @Produces({"application/json", "text/csv"})
  public Page<DeliveryView> list(
      @QueryParam("subscription") @Parameter(description = "Of one subscription")
          @Nullable String subscription,
      @QueryParam("state") @Parameter(description = "PENDING, DELIVERED or GIVEN_UP")
          @Nullable String state,
      @BeanParam PageRequest page) {
    if (state != null
        && Arrays.stream(DeliveryState.values()).noneMatch(one -> one.name().equals(state))) {
      throw Problem.badRequest("bad-state", "state takes PENDING, DELIVERED or GIVEN_UP.")
          .at("query:state", "is none of them");
    }
    var wanted =
        new DeliveryList.Wanted(
            access.ownerFilter(), subscription == null ? null : access.own(subscription), state);
    var before = page.after(1).map(key -> cursor(key.getFirst())).orElse(null);
    return Page.of(
        deliveries.before(before, wanted, page.limit() + 1),
        page.limit(),
        view -> new String[] {view.deliveryId().toString()});
  }

  @POST
  @Path("replays")
  @Operation(
      summary = "Send again: one message, a range, or what is missing since",
      description =
          "Under the same webhook-id, at most 10,000 at once; a receiver that has a message already"
              + " knows it by that.")
  @APIResponse(
      responseCode = "202",
      description = "They go out again",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReplayView.class)))
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR})
  @Transactional
  public Response replay(@HeaderParam("Idempotency-Key") @Nullable String key, ReplayDraft draft) {
    return idempotency.once(key, draft, () -> Response.accepted(replaying.replay(draft)).build());
  }

  private static UUID cursor(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOurs) {
      throw Problem.badRequest("bad-cursor", "Take the cursor from the next field, unchanged.");
    }
  }
}

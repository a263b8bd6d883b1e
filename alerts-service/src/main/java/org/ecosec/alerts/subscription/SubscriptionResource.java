package org.ecosec.alerts.subscription;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.http.Preconditions;
import org.ecosec.platform.idempotency.Idempotency;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Subscriptions to alerts, each analyst's own. */
@Path("/alerts/v1/subscriptions")
@Tag(name = "Subscriptions")
@RunOnVirtualThread
public class SubscriptionResource {

  private final Subscriptions subscriptions;
  private final SubscriptionChange change;
  private final Consents consents;
  private final Preconditions preconditions;
  private final Idempotency idempotency;

  SubscriptionResource(
      Subscriptions subscriptions,
      SubscriptionChange change,
      Consents consents,
      Preconditions preconditions,
      Idempotency idempotency) {
    this.subscriptions = subscriptions;
    this.change = change;
    this.consents = consents;
    this.preconditions = preconditions;
    this.idempotency = idempotency;
  }

  @GET
  @Operation(summary = "List your subscriptions")
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR})
  @Produces({"application/json", "text/csv"})
  public Page<SubscriptionView> list(@BeanParam PageRequest page) {
    var after = page.after(1).map(key -> cursor(key.getFirst())).orElse(null);
    var views =
        subscriptions.after(change.ownerFilter(), after, page.limit() + 1).stream()
            .map(SubscriptionView::of)
            .toList();
    return Page.of(views, page.limit(), view -> new String[] {view.subscriptionId().toString()});
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a subscription")
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR})
  public SubscriptionView one(@PathParam("id") String id) {
    return SubscriptionView.of(change.own(id));
  }

  @POST
  @Operation(
      summary = "Subscribe; the answer holds the secret, once",
      description =
          "Deliveries follow Standard Webhooks 1.0.0: the same webhook-id over all attempts, a"
              + " webhook-timestamp per attempt, and webhook-signature v1 (HMAC-SHA256). Only 2xx"
              + " is success, redirects are not followed, 410 ends the subscription. A failed"
              + " delivery is tried again after 5 s, 1 min, 5 min, 30 min, 2 h, 5 h, 8 h and 10 h"
              + " (each with up to 20 % more, and not before Retry-After), more than 25 hours in"
              + " all. Before the first message the endpoint is asked by OPTIONS with"
              + " WebHook-Request-Origin and has to answer 2xx with WebHook-Allowed-Origin (or open"
              + " the link in WebHook-Request-Callback); until then the subscription is PENDING and"
              + " messages wait. After five days without one success the endpoint is disabled.")
  @APIResponse(
      responseCode = "201",
      description = "Subscribed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CreatedSubscription.class)))
  @RolesAllowed(Roles.ANALYST)
  @Transactional
  public Response add(
      @HeaderParam("Idempotency-Key") @Nullable String key, SubscriptionDraft draft) {
    return idempotency.once(
        key,
        draft,
        () -> {
          var created = change.add(draft);
          var view = created.subscription();
          return Response.created(URI.create("/alerts/v1/subscriptions/" + view.subscriptionId()))
              .entity(created)
              .header("ETag", preconditions.etag(view))
              .build();
        },
        answer -> ((CreatedSubscription) answer).withoutSecret());
  }

  @GET
  @Path("{id}/consent")
  @Operation(summary = "How far the asking of the address for its consent has got")
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR})
  public ConsentView consent(@PathParam("id") String id) {
    return ConsentView.of(
        change.own(id).state(), consents.progress(change.own(id).id()).orElse(null));
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Change a subscription; this also enables it again")
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR})
  @Transactional
  public SubscriptionView change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      SubscriptionDraft draft) {
    var current = change.own(id);
    preconditions.check(ifMatch, SubscriptionView.of(current));
    return change.change(current.id(), draft);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "End a subscription and erase its address")
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR})
  @Transactional
  public void end(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var current = change.own(id);
    preconditions.check(ifMatch, SubscriptionView.of(current));
    change.end(current);
  }

  private static UUID cursor(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOurs) {
      throw Problem.badRequest("bad-cursor", "Take the cursor from the next field, unchanged.");
    }
  }
}

package org.ecosec.alerts.subscription;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.idempotency.Idempotency;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Replacing the secret of a webhook without losing a message. */
@Path("/alerts/v1/subscriptions/{id}/secrets")
@Tag(name = "Subscriptions")
@RunOnVirtualThread
public class SecretResource {

  private final SubscriptionChange change;
  private final SubscriberSecrets secrets;
  private final Idempotency idempotency;

  SecretResource(SubscriptionChange change, SubscriberSecrets secrets, Idempotency idempotency) {
    this.change = change;
    this.secrets = secrets;
    this.idempotency = idempotency;
  }

  /** A live secret; the text was shown when it was made. */
  public record SecretView(
      UUID secretId,
      Instant createdAt,
      @Schema(description = "Until when it still signs; null for the newest one")
          @Nullable Instant expiresAt) {
    static SecretView of(SubscriberSecrets.Live live) {
      return new SecretView(live.id(), live.createdAt(), live.expiresAt());
    }
  }

  /** A new secret, shown once. */
  public record CreatedSecret(
      @Schema(examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") @Nullable String secret) {}

  @GET
  @Operation(summary = "List the live secrets of a subscription, newest first, without their texts")
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR})
  @Produces({"application/json", "text/csv"})
  public Page<SecretView> list(@PathParam("id") String id) {
    var views = secrets.live(change.own(id).id()).stream().map(SecretView::of).toList();
    return new Page<>(views, null);
  }

  @POST
  @Operation(
      summary = "Make a new secret; the answer holds it, once",
      description =
          "For a day, or until it is retired, the old one signs as well: webhook-signature holds"
              + " two signatures, and either verifies.")
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CreatedSecret.class)))
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR})
  @Transactional
  public Response rotate(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key) {
    var subscription = change.own(id);
    if (subscription.channel() != ChannelType.WEBHOOK) {
      throw Problem.conflict("not-signed", "Only webhooks have secrets.");
    }
    return idempotency.once(
        key,
        id,
        () ->
            Response.status(Response.Status.CREATED)
                .entity(new CreatedSecret(secrets.add(subscription.id())))
                .build(),
        answer -> new CreatedSecret(null));
  }

  @DELETE
  @Path("{secretId}")
  @Operation(summary = "Retire an old secret at once")
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR})
  @Transactional
  public void retire(@PathParam("id") String id, @PathParam("secretId") String secretId) {
    var subscription = change.own(id);
    var secret = SubscriptionChange.id(secretId);
    if (secret.isEmpty() || !secrets.retire(subscription.id(), secret.get())) {
      throw Problem.notFound(
          "no-such-secret", "There is no old secret " + secretId + "; the newest one stays.");
    }
  }
}

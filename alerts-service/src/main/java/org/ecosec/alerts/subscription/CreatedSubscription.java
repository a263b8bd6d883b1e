package org.ecosec.alerts.subscription;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to a new subscription, the only one with the secret. */
public record CreatedSubscription(
    SubscriptionView subscription,
    @Schema(
            description =
                "Verifies the signatures of a webhook; keep it, it is not shown again, also not to"
                    + " a repeat under the same Idempotency-Key (make another one at /secrets)",
            examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        @Nullable String secret) {

  CreatedSubscription withoutSecret() {
    return new CreatedSubscription(subscription, null);
  }
}

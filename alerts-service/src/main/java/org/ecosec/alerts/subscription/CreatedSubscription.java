package org.ecosec.alerts.subscription;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a new subscription, the only one with the secret. */
public record CreatedSubscription(
    SubscriptionView subscription,
    @Schema(
            description = "Verifies the signatures; keep it, it is not shown again",
            examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        String secret) {}

package org.ecosec.alerts.subscription;

import java.util.UUID;

/** A subscription was made or changed, or has ended; fired inside its transaction. */
public record SubscriptionChanged(UUID subscriptionId, boolean ended) {}

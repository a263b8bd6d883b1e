package org.ecosec.alerts.subscription;

import java.time.Instant;
import java.util.UUID;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** A subscription as stored; {@code address} is null once it is erased. */
record Subscription(
    UUID id,
    String owner,
    SubscriptionFilter filter,
    HandlingLevel handling,
    ChannelType channel,
    SubscriptionState state,
    @Nullable String reason,
    Instant createdAt,
    Instant changedAt,
    @Nullable Address address) {

  /** What the ledger must not hold. */
  record Address(@Nullable String label, String url, String secret) {}
}

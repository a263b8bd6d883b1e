package org.ecosec.alerts.subscription;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as stored; {@code owner} is the opaque id of a person, {@code address} is null
 * once it is erased.
 */
record Subscription(
    UUID id,
    UUID owner,
    Wishes wishes,
    ChannelType channel,
    SubscriptionState state,
    @Nullable String reason,
    Instant createdAt,
    Instant changedAt,
    @Nullable Address address) {

  /** What the subscriber wants to be told of, and how much of it at once. */
  record Wishes(
      SubscriptionFilter filter,
      HandlingLevel handling,
      @Nullable Integer dailyBudget,
      boolean digest) {}

  /** What the ledger must not hold. */
  record Address(
      @Nullable String label,
      @Nullable String url,
      @Nullable String email,
      @Nullable String contact) {

    boolean leadsWhere(@Nullable Address other) {
      return other != null && Objects.equals(url, other.url) && Objects.equals(email, other.email);
    }
  }
}

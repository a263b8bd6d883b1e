package org.ecosec.alerts.subscription;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** A subscription as its owner reads it, without the secret. */
public record SubscriptionView(
    UUID subscriptionId,
    @Nullable String label,
    SubscriptionFilter filter,
    HandlingLevel handling,
    ChannelView channel,
    SubscriptionState state,
    @Schema(description = "Why it is disabled") @Nullable String reason,
    Instant createdAt) {

  /** Where to. */
  public record ChannelView(ChannelType type, @Nullable String url) {}

  static SubscriptionView of(Subscription subscription) {
    var address = subscription.address();
    return new SubscriptionView(
        subscription.id(),
        address == null ? null : address.label(),
        subscription.filter(),
        subscription.handling(),
        new ChannelView(subscription.channel(), address == null ? null : address.url()),
        subscription.state(),
        subscription.reason(),
        subscription.createdAt());
  }
}

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
    @Schema(description = "Why it is disabled, or what it waits for") @Nullable String reason,
    @Nullable String contact,
    @Nullable Integer dailyBudget,
    boolean digest,
    Instant createdAt) {

  /** Where to. */
  public record ChannelView(ChannelType type, @Nullable String url, @Nullable String address) {}

  static SubscriptionView of(Subscription subscription) {
    var address = subscription.address();
    var wishes = subscription.wishes();
    return new SubscriptionView(
        subscription.id(),
        address == null ? null : address.label(),
        wishes.filter(),
        wishes.handling(),
        new ChannelView(
            subscription.channel(),
            address == null ? null : address.url(),
            address == null ? null : address.email()),
        subscription.state(),
        subscription.reason(),
        address == null ? null : address.contact(),
        wishes.dailyBudget(),
        wishes.digest(),
        subscription.createdAt());
  }
}

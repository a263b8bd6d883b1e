package org.ecosec.alerts.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ecosec.alerts.subscription.ChannelType;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** A delivery that this process may work on until its lease ends, with all that it takes. */
record Leased(
    UUID id,
    UUID subscriptionId,
    DeliveryKind kind,
    ChannelType channel,
    int attempts,
    int tries,
    HandlingLevel handling,
    Instant createdAt,
    @Nullable UUID alertId,
    @Nullable Long sequence,
    String payload,
    @Nullable String url,
    @Nullable String email,
    List<String> sealedSecrets) {

  /** The same at every attempt, so that a receiver knows a repeat. */
  String webhookId() {
    return "msg_" + id;
  }
}

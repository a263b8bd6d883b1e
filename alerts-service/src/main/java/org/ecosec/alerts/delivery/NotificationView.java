package org.ecosec.alerts.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.alert.AlertChange;
import org.jspecify.annotations.Nullable;

/** Who was told of what happened to an alert, or was not, and why. */
public record NotificationView(
    @Schema(description = "Opaque id of the subscriber") UUID subscriptionId,
    long sequence,
    AlertChange change,
    boolean told,
    DeliveryState state,
    String channel,
    @Schema(description = "Why not told, or why given up", examples = "FILTERED")
        @Nullable String reason,
    Instant decidedAt,
    @Nullable Instant toldAt,
    @Nullable Instant nextAttemptAt,
    List<AttemptView> attempts) {

  /** One attempt. */
  public record AttemptView(
      int number,
      Instant at,
      AttemptOutcome outcome,
      @Nullable Integer status,
      @Nullable String detail,
      long durationMs) {}
}

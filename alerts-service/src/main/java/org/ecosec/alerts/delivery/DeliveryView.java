package org.ecosec.alerts.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.store.Columns;
import org.ecosec.alerts.subscription.ChannelType;
import org.jspecify.annotations.Nullable;

/** A message to a subscriber and where it stands. */
public record DeliveryView(
    UUID deliveryId,
    @Schema(description = "The same at every attempt and replay") String webhookId,
    UUID subscriptionId,
    DeliveryKind kind,
    ChannelType channel,
    @Nullable UUID alertId,
    @Nullable Long sequence,
    DeliveryState state,
    @Schema(description = "Why it was given up") @Nullable String reason,
    int attempts,
    Instant createdAt,
    @Nullable Instant finishedAt,
    @Nullable Instant nextAttemptAt) {

  static DeliveryView of(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new DeliveryView(
        id,
        "msg_" + id,
        row.getObject("subscription_id", UUID.class),
        DeliveryKind.valueOf(row.getString("kind")),
        ChannelType.valueOf(row.getString("channel")),
        row.getObject("alert_id", UUID.class),
        row.getObject("sequence", Long.class),
        DeliveryState.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getInt("attempts"),
        Columns.requiredInstant(row, "created_at"),
        Columns.instant(row, "finished_at"),
        Columns.instant(row, "next_attempt_at"));
  }
}

package org.ecosec.alerts.delivery;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What to send again: one delivery, a range, or what is missing since; exactly one of them. */
public record ReplayDraft(
    UUID subscriptionId,
    @Schema(description = "This delivery") @Nullable UUID deliveryId,
    @Schema(description = "All from this instant on, with to", examples = "2026-03-01T00:00:00Z")
        @Nullable Instant from,
    @Schema(description = "All before this instant, with from", examples = "2026-03-02T00:00:00Z")
        @Nullable Instant to,
    @Schema(
            description =
                "What was given up since, and what was not tried while the endpoint was disabled",
            examples = "2026-03-01T00:00:00Z")
        @Nullable Instant missingSince) {

  public ReplayDraft {
    if (subscriptionId == null) {
      throw Problem.unprocessable("bad-replay", "Name the subscription to tell again.")
          .at("/subscriptionId", "is missing");
    }
    boolean range = from != null && to != null && from.isBefore(to);
    int ways = (deliveryId == null ? 0 : 1) + (range ? 1 : 0) + (missingSince == null ? 0 : 1);
    if (ways != 1 || (!range && (from != null || to != null))) {
      throw Problem.unprocessable(
              "bad-replay", "Give deliveryId, or from and a later to, or missingSince.")
          .at("", "names none or several of them");
    }
  }
}

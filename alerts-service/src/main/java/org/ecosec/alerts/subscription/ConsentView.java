package org.ecosec.alerts.subscription;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the asking of an address for its consent has got. */
public record ConsentView(
    SubscriptionState state,
    int asks,
    @Schema(
            description = "What the address answered last",
            examples = {"NO_ALLOWED_ORIGIN", "STATUS_405", "ASKED_BY_MAIL"})
        @Nullable String answer,
    @Nullable Instant nextAskAt) {

  static ConsentView of(SubscriptionState state, Consents.@Nullable Progress progress) {
    return progress == null
        ? new ConsentView(state, 0, null, null)
        : new ConsentView(state, progress.asks(), progress.said(), progress.nextAskAt());
  }
}

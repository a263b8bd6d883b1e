package org.ecosec.alerts.alert;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision that was taken again from its evidence. */
public record ReplayView(
    @Schema(examples = "Raise") String decision,
    @Schema(description = "Whether the bytes are the same; null where no rule decided")
        @Nullable Boolean same,
    @Schema(description = "Why it cannot be replayed", examples = "NOT_DECIDED_BY_A_RULE")
        @Nullable String reason,
    String storedSha256,
    @Nullable String replayedSha256,
    @Schema(description = "The evidence as it comes out again") @Nullable JsonNode replayed) {}

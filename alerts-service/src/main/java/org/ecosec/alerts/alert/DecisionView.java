package org.ecosec.alerts.alert;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One decision as it was taken. */
public record DecisionView(
    long number,
    Instant at,
    String ruleId,
    String fingerprint,
    @Schema(examples = "Ignore") String outcome,
    Reason reason,
    @Schema(description = "Why the figures allow no verdict", examples = "BOUNDS_STRADDLE")
        @Nullable String detail,
    @Schema(description = "The CloudEvents id of the signal") String eventId,
    @Nullable UUID alertId) {}

package org.ecosec.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one call: the status if there was an answer (of HTTP, or of SMTP), and what the
 * answer asked for.
 */
record Attempt(
    AttemptOutcome outcome,
    @Nullable Integer status,
    @Nullable String detail,
    Instant at,
    Duration duration,
    @Nullable Instant notBefore) {}

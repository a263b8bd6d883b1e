package org.ecosec.trade.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of the register as it stood from one revision to another; null: it still stands. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MeasureVersion(
    long fromRevision, Instant knownFrom, @Nullable Long toRevision, Measure measure) {}

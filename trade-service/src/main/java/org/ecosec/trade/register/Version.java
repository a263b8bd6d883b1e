package org.ecosec.trade.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry as it stood from one revision to another; null: it still stands. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Version<T>(
    long fromRevision, Instant knownFrom, @Nullable Long toRevision, T entry) {}

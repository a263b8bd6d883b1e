package org.ecosec.trade.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a source profile; the author and time are null for one that ships. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SourceProfileView(
    SourceProfile profile,
    int version,
    boolean shipped,
    @Nullable String createdBy,
    @Nullable Instant createdAt) {}

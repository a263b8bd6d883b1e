package org.ecosec.alerts.silence;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.ledger.Names;
import org.jspecify.annotations.Nullable;

/** A silence as it is read. */
public record SilenceView(
    UUID silenceId,
    @Schema(description = "The name; an opaque id once the person is erased") String author,
    String reason,
    SilenceScope scope,
    Instant startsAt,
    Instant endsAt,
    @Schema(description = "When subscribers are reminded that it ends") Instant remindsAt,
    @Schema(description = "Who ended it before its time") @Nullable String endedBy,
    Instant createdAt) {

  static SilenceView of(Silence silence, Names names) {
    return new SilenceView(
        silence.id(),
        names.given(silence.author()),
        silence.reason(),
        silence.scope(),
        silence.startsAt(),
        silence.endsAt(),
        silence.remindsAt(),
        names.of(silence.endedBy()),
        silence.createdAt());
  }
}

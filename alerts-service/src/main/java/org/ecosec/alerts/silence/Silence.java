package org.ecosec.alerts.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A silence as stored; {@code endedBy} is who ended it before its time. */
record Silence(
    UUID id,
    UUID author,
    String reason,
    SilenceScope scope,
    Instant startsAt,
    Instant endsAt,
    @Nullable UUID endedBy,
    Instant createdAt) {

  private static final Duration LONGEST_NOTICE = Duration.ofHours(24);

  boolean holdsAt(Instant at) {
    return !at.isBefore(startsAt) && at.isBefore(endsAt);
  }

  /** A day before it ends, or in the middle of a shorter one. */
  Instant remindsAt() {
    var half = Duration.between(startsAt, endsAt).dividedBy(2);
    return endsAt.minus(half.compareTo(LONGEST_NOTICE) < 0 ? half : LONGEST_NOTICE);
  }
}

package org.ecosec.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a failed delivery is tried again: a published pause, lengthened by up to a fifth. */
record RetrySchedule(List<Duration> pauses) {

  private static final double JITTER = 0.2;

  RetrySchedule {
    pauses = List.copyOf(pauses);
  }

  /**
   * The instant of the next attempt after so many failed ones, empty when the schedule is over.
   * {@code notBefore} is what the receiver asked for; {@code chance} in 0..1 spreads the retries.
   */
  Optional<Instant> next(int failed, Instant now, @Nullable Instant notBefore, double chance) {
    if (failed > pauses.size()) {
      return Optional.empty();
    }
    var pause = pauses.get(failed - 1);
    var spread = Duration.ofMillis((long) (pause.toMillis() * JITTER * chance));
    var planned = now.plus(pause).plus(spread);
    return Optional.of(notBefore != null && notBefore.isAfter(planned) ? notBefore : planned);
  }
}

package org.ecosec.alerts.signal;

import org.jspecify.annotations.Nullable;

/**
 * How new a signal is. A baseline (first load of a source), a backfill and any but the newest
 * period of a series tell nobody. {@code freq}, the frequency or the series where there are
 * several, and {@code period} are null where a signal has no series.
 */
public record Novelty(
    boolean baseline,
    boolean backfill,
    boolean newest,
    @Nullable String freq,
    @Nullable String period) {

  static Novelty withoutPeriods(boolean backfill) {
    return new Novelty(false, backfill, true, null, null);
  }

  public boolean maySpeak() {
    return newest && !baseline && !backfill;
  }
}

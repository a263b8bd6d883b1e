package org.ecosec.trade.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run that computes every stored indicator again; what did not change is not written. */
public final class Recomputation {

  private Recomputation() {}

  /** Where a run stands. */
  public enum Status {
    RUNNING,
    COMPLETED,
    FAILED
  }

  /** A run as the API shows it; {@code cellsChanged} counts the figures that were not as stored. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record RecomputationView(
      UUID id,
      Status status,
      Instant askedAt,
      @Nullable Instant completedAt,
      long slices,
      long slicesDone,
      long cellsChanged,
      @Nullable String failure) {}
}

package org.ecosec.investment.milestone;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When works of the same class would have reached a milestone that was planned like this one: start
 * plus planned duration times the class's ratio. {@code ownRecord} is the same from the milestones
 * of the class that this service has seen reached, from 20 on.
 */
public record OutsideView(
    String milestoneId,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate plannedOn,
    @Nullable Long plannedDurationDays,
    @Nullable String referenceClass,
    @Nullable Percentiles published,
    @Nullable Percentiles ownRecord,
    @Schema(examples = "NO_REFERENCE_CLASS") @Nullable String reason,
    @Schema(examples = "outside-view/1") String methodVersion,
    long revision) {

  /** The days by which half, and four fifths, of the class would be done. */
  public record Percentiles(
      BigDecimal p50DurationRatio,
      BigDecimal p80DurationRatio,
      LocalDate p50On,
      LocalDate p80On,
      int sampleSize,
      String source) {}
}

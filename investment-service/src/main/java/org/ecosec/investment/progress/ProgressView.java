package org.ecosec.investment.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.pledge.Scope;
import org.ecosec.investment.progress.math.ProgressStatus;
import org.ecosec.investment.rate.Money;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * How far a pledge has got on a day, in the pledged currency. {@code committed} and {@code
 * disbursed} are ladders and never added up; {@code progress} is disbursed / pledged and {@code
 * plan} the linear plan. Null figures carry their {@code reason}.
 */
public record ProgressView(
    String pledgeId,
    String title,
    Money pledged,
    Scope scope,
    LocalDate from,
    LocalDate to,
    LocalDate countsFrom,
    LocalDate on,
    @Nullable BigDecimal committed,
    @Nullable BigDecimal disbursed,
    @Nullable BigDecimal progress,
    @Nullable BigDecimal plan,
    @Nullable BigDecimal spi,
    @Nullable BigDecimal runRatePerYear,
    @Nullable BigDecimal requiredRunRatePerYear,
    @Nullable LocalDate runRateCompletionOn,
    BigDecimal elapsed,
    ProgressStatus status,
    @Schema(examples = "NO_SOURCE") @Nullable String reason,
    int flowsCounted,
    List<NotCounted> notCounted,
    @Schema(examples = "fed-h10") String rateSet,
    HandlingLevel handling,
    @Schema(examples = "pledge-progress/1") String methodVersion,
    long revision) {

  /** How many transactions of allocated projects did not count, and why. */
  public record NotCounted(String reason, int transactions) {}
}

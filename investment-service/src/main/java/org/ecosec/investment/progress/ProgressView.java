package org.ecosec.investment.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.pledge.Scope;
import org.ecosec.investment.progress.math.PlanStanding;
import org.ecosec.investment.progress.math.ProgressStatus;
import org.ecosec.investment.rate.Money;
import org.ecosec.investment.rate.RateBasis;
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
    @Schema(description = "Disbursed on allocations that a side of the pledge has confirmed")
        @Nullable BigDecimal disbursedConfirmed,
    @Nullable LocalDate lastFlowOn,
    @Schema(description = "True when no flow was reported for 12 months") boolean stale,
    int flowsCounted,
    List<NotCounted> notCounted,
    @Schema(examples = "fed-h10") String rateSet,
    RateBasis rateBasis,
    List<PlanStanding> plans,
    @Schema(description = "Against the first term, where the end was moved; else null")
        @Nullable FirstTermView firstTerm,
    OtherCurrencyView inOtherCurrency,
    ForecastView forecast,
    HandlingLevel handling,
    @Schema(examples = "pledge-progress/2") String methodVersion,
    long revision) {

  /** How many transactions of allocated projects did not count, and why. */
  public record NotCounted(String reason, int transactions) {}

  static ProgressView of(Standing standing, ProgressQuery query) {
    var pledge = standing.pledge();
    var tally = standing.tally();
    var figures = standing.figures();
    var pastRate = PlanStanding.share(query.pastRatePerYear(), standing.term(), pledge.amount());
    return new ProgressView(
        pledge.id(),
        pledge.title(),
        new Money(pledge.amount(), pledge.currency()),
        pledge.scope(),
        pledge.from(),
        pledge.to(),
        pledge.countsFrom(),
        standing.on(),
        standing.committed(),
        standing.disbursed(),
        figures.progress(),
        figures.plan(),
        figures.spi(),
        Money.rounded(figures.runRatePerYear(), pledge.currency()),
        Money.rounded(figures.requiredRunRatePerYear(), pledge.currency()),
        figures.runRateCompletionOn(),
        figures.elapsed(),
        figures.status(),
        figures.reason(),
        standing.disbursedConfirmed(),
        tally.ladders().lastOn(),
        standing.isStale(),
        tally.transactions(),
        tally.notCounted().entrySet().stream()
            .map(left -> new NotCounted(left.getKey().name(), left.getValue()))
            .toList(),
        standing.rates().rateSet(),
        RateBasis.VALUE_DATE_SPOT,
        PlanStanding.of(standing.delivery(), pastRate, standing.judgement()),
        FirstTermView.of(standing),
        OtherCurrencyView.of(pledge, tally, standing.rates(), query.currency()),
        ForecastView.of(pledge, tally, standing.on(), query.seed()),
        tally.handling(),
        "pledge-progress/2",
        standing.revision());
  }
}

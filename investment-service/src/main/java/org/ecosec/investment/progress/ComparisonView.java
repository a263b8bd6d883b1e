package org.ecosec.investment.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.pledge.Relation;
import org.ecosec.investment.pledge.Scope;
import org.ecosec.investment.rate.Money;
import org.jspecify.annotations.Nullable;

/**
 * Pledges side by side. The ratios are those of the published amounts and say what was announced,
 * not what was delivered; {@code comparable} is false where the pledges speak of different money,
 * and then progress is not set side by side.
 */
public record ComparisonView(
    LocalDate on,
    boolean comparable,
    @Schema(examples = "SCOPES_DIFFER") @Nullable String reason,
    List<Side> pledges,
    List<Pair> pairs,
    @Schema(examples = "pledge-comparison/1") String methodVersion,
    long revision) {

  /** One pledge; progress is null where the pledges are not comparable. */
  public record Side(
      String pledgeId,
      String title,
      Scope scope,
      Money pledged,
      LocalDate from,
      LocalDate to,
      BigDecimal perYear,
      List<Quote> quotes,
      @Nullable BigDecimal progress,
      @Nullable BigDecimal spi,
      @Schema(examples = "SCOPES_DIFFER") @Nullable String reason) {}

  /** The whole amount as somebody quotes it in another currency, and the rate that implies. */
  public record Quote(
      Money amount,
      String publisher,
      @Schema(examples = "147.0588") BigDecimal impliedRate,
      @Schema(description = "The set's rate of the month of the pledge")
          @Nullable BigDecimal pledgeDateRate,
      @Schema(description = "True where the two rates differ by more than a fifth")
          boolean implausible) {}

  /** The later pledge over the earlier one, and what they declare of each other. */
  public record Pair(
      String earlier,
      String later,
      boolean comparable,
      @Nullable String reason,
      Relation.@Nullable Kind relation,
      long sharedDays,
      @Schema(examples = "OVERLAP_NOT_DECLARED") @Nullable String warning,
      List<Ratio> ratios) {}

  /** Where the two amounts of a ratio come from. */
  public enum Basis {
    AS_PLEDGED,
    AS_PLEDGED_PER_YEAR,
    AS_QUOTED,
    PLEDGE_DATE_CONSTANT,
    ANNUAL_AVERAGE
  }

  /** A ratio of published amounts, six decimals. */
  public record Ratio(
      Basis basis,
      @Nullable String currency,
      @Nullable String rateSet,
      @Nullable BigDecimal earlier,
      @Nullable BigDecimal later,
      @Schema(examples = "1.619048") @Nullable BigDecimal ratio,
      @Schema(examples = "NO_QUOTE") @Nullable String reason) {}
}

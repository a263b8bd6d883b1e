package org.ecosec.trade.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.ecosec.trade.indicator.math.Concentration;
import org.ecosec.trade.indicator.math.QuantityShares;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a concentration as stored and told: shares rounded half even to twelve decimals,
 * US dollars to the cent; null where undefined, with {@code reason}.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Figures(
    @Nullable BigDecimal hhi,
    @Nullable BigDecimal hhiLower,
    @Nullable BigDecimal hhiUpper,
    @Nullable BigDecimal hhiNormalised,
    @Nullable BigDecimal effectiveSuppliers,
    @Nullable Top top1,
    @Nullable BigDecimal top3Share,
    int suppliers,
    @Nullable BigDecimal coverage,
    BigDecimal totalUsd,
    BigDecimal unallocatedUsd,
    BigDecimal residualUsd,
    BigDecimal reImportsUsd,
    Quantity quantity,
    @Nullable String verdict,
    @Nullable String reason) {

  private static final int SHARE_DECIMALS = 12;
  private static final int CENTS = 2;

  /**
   * The largest supplier: its share of what has a supplier, of everything imported, and its value.
   */
  public record Top(
      String partner, BigDecimal share, BigDecimal shareOfWorld, BigDecimal valueUsd) {}

  /**
   * The index over quantities ({@code unit} is kg or the unit that all suppliers are reported in):
   * null where quantities stand for less than 95 % of the value, {@code LOW_QUANTITY_COVERAGE}.
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Quantity(
      @Nullable BigDecimal hhi,
      @Nullable BigDecimal coverage,
      @Nullable String unit,
      @Nullable String reason) {

    static Quantity of(
        @Nullable BigDecimal hhi, @Nullable BigDecimal coverage, @Nullable String unit) {
      return new Quantity(hhi, coverage, unit, hhi == null ? "LOW_QUANTITY_COVERAGE" : null);
    }

    static Quantity of(QuantityShares shares, @Nullable String unit) {
      return of(Figures.share(shares.hhi()), Figures.share(shares.coverage()), unit);
    }
  }

  /** The verdict is that of the rounded bounds, so that stored figures give it again. */
  static Figures of(Concentration concentration, Quantity quantity, double threshold) {
    var lower = share(concentration.hhiLower());
    var upper = share(concentration.hhiUpper());
    var verdict = verdict(lower, upper, threshold);
    return new Figures(
        share(concentration.hhi()),
        lower,
        upper,
        share(concentration.hhiNormalised()),
        share(concentration.effectiveSuppliers()),
        concentration
            .top1()
            .map(
                top ->
                    new Top(
                        top.partner(),
                        share(top.share()),
                        share(top.shareOfWorld()),
                        usd(top.valueUsd())))
            .orElse(null),
        share(concentration.top3Share()),
        concentration.suppliers(),
        share(concentration.coverage()),
        usd(concentration.totalUsd()),
        usd(concentration.unallocatedUsd()),
        usd(concentration.residualUsd()),
        usd(concentration.reImportsUsd()),
        quantity,
        verdict,
        reason(lower != null, verdict != null, concentration.hhi().isPresent()));
  }

  /** The same without a verdict, for a reason. */
  Figures undecided(String why) {
    return new Figures(
        hhi,
        hhiLower,
        hhiUpper,
        hhiNormalised,
        effectiveSuppliers,
        top1,
        top3Share,
        suppliers,
        coverage,
        totalUsd,
        unallocatedUsd,
        residualUsd,
        reImportsUsd,
        quantity,
        null,
        why);
  }

  static @Nullable String verdict(
      @Nullable BigDecimal lower, @Nullable BigDecimal upper, double threshold) {
    return lower == null || upper == null
        ? null
        : Concentration.verdict(lower.doubleValue(), upper.doubleValue(), threshold)
            .map(Enum::name)
            .orElse(null);
  }

  static @Nullable String reason(boolean anySupplier, boolean decided, boolean point) {
    if (!anySupplier) {
      return Concentration.Reason.NO_DATA.name();
    }
    if (!decided) {
      return Concentration.Reason.BOUNDS_STRADDLE.name();
    }
    return point ? null : Concentration.Reason.LOW_COVERAGE.name();
  }

  static BigDecimal share(double value) {
    return new BigDecimal(value).setScale(SHARE_DECIMALS, RoundingMode.HALF_EVEN);
  }

  static @Nullable BigDecimal share(OptionalDouble value) {
    return value.isPresent() ? share(value.getAsDouble()) : null;
  }

  static BigDecimal usd(double value) {
    return new BigDecimal(value).setScale(CENTS, RoundingMode.HALF_EVEN);
  }
}

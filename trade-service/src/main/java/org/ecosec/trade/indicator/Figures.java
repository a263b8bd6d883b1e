package org.ecosec.trade.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.ecosec.trade.indicator.math.Concentration;
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
    @Nullable String verdict,
    @Nullable String reason) {

  private static final int SHARE_DECIMALS = 12;
  private static final int CENTS = 2;

  /** The largest supplier: its share of what has a supplier, and of everything imported. */
  public record Top(String partner, BigDecimal share, BigDecimal shareOfWorld) {}

  static Figures of(Concentration concentration) {
    return new Figures(
        share(concentration.hhi()),
        share(concentration.hhiLower()),
        share(concentration.hhiUpper()),
        share(concentration.hhiNormalised()),
        share(concentration.effectiveSuppliers()),
        concentration
            .top1()
            .map(top -> new Top(top.partner(), share(top.share()), share(top.shareOfWorld())))
            .orElse(null),
        share(concentration.top3Share()),
        concentration.suppliers(),
        share(concentration.coverage()),
        usd(concentration.totalUsd()),
        usd(concentration.unallocatedUsd()),
        usd(concentration.residualUsd()),
        usd(concentration.reImportsUsd()),
        concentration.verdict().map(Enum::name).orElse(null),
        concentration.reason().map(Enum::name).orElse(null));
  }

  static BigDecimal share(double value) {
    return new BigDecimal(value).setScale(SHARE_DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static @Nullable BigDecimal share(OptionalDouble value) {
    return value.isPresent() ? share(value.getAsDouble()) : null;
  }

  static BigDecimal usd(double value) {
    return new BigDecimal(value).setScale(CENTS, RoundingMode.HALF_EVEN);
  }
}

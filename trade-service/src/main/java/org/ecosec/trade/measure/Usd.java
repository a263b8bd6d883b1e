package org.ecosec.trade.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How amounts and shares are rounded where an exposure is told. */
final class Usd {

  private static final int SHARE_DECIMALS = 12;

  private Usd() {}

  static BigDecimal cents(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_EVEN);
  }

  /** At most 1: a part can exceed the whole by rounding; null without a whole. */
  static @Nullable BigDecimal share(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
    return part == null || whole == null || whole.signum() <= 0
        ? null
        : part.divide(whole, SHARE_DECIMALS, RoundingMode.HALF_EVEN).min(BigDecimal.ONE);
  }
}

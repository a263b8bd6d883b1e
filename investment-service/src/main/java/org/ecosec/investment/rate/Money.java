package org.ecosec.investment.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import org.ecosec.investment.form.Fields;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a currency (ISO 4217) in no finer unit than the currency has: JPY has no decimals.
 */
public record Money(BigDecimal amount, String currency) {

  public Money {
    var wrong = new Fields("bad-money", "The amount or its currency is wrong; see errors.");
    wrong.need("/amount", amount).need("/currency", currency).refuse();
    int digits = minorDigits(currency);
    wrong.check("/currency", digits >= 0, "is not an ISO 4217 currency in use").refuse();
    wrong
        .number("/amount", amount, Math.max(digits, 2))
        .check("/amount", amount.stripTrailingZeros().scale() <= digits, finest(currency, digits))
        .refuse();
    amount = amount.setScale(digits, RoundingMode.UNNECESSARY);
  }

  /** The currency's unit, half up: for figures that are computed. */
  public static @Nullable BigDecimal rounded(@Nullable BigDecimal amount, String currency) {
    return amount == null ? null : amount.setScale(minorDigits(currency), RoundingMode.HALF_UP);
  }

  public static boolean isCurrency(String currency) {
    return minorDigits(currency) >= 0;
  }

  private static String finest(String currency, int digits) {
    return digits == 0
        ? currency + " has no decimals"
        : String.format(Locale.ROOT, "%s has %d decimals", currency, digits);
  }

  private static int minorDigits(String currency) {
    try {
      return Currency.getInstance(currency).getDefaultFractionDigits();
    } catch (IllegalArgumentException unknown) {
      return -1;
    }
  }
}

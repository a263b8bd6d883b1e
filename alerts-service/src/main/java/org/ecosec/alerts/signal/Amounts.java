package org.ecosec.alerts.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of money as people read them: three significant places or so, rounded half up. */
public final class Amounts {

  private static final BigDecimal BILLION = new BigDecimal("1000000000");
  private static final BigDecimal MILLION = new BigDecimal("1000000");
  private static final BigDecimal THOUSAND = new BigDecimal("1000");

  private Amounts() {}

  public static String usd(BigDecimal amount) {
    return "USD " + words(amount);
  }

  /** Such as {@code 53.6 million}. */
  public static String words(BigDecimal amount) {
    var size = amount.abs();
    if (size.compareTo(BILLION) >= 0) {
      return scaled(amount, BILLION) + " billion";
    }
    if (size.compareTo(MILLION) >= 0) {
      return scaled(amount, MILLION) + " million";
    }
    return size.compareTo(THOUSAND) >= 0
        ? scaled(amount, THOUSAND) + " thousand"
        : amount.setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  private static String scaled(BigDecimal amount, BigDecimal unit) {
    return amount.divide(unit, 1, RoundingMode.HALF_UP).toPlainString();
  }
}

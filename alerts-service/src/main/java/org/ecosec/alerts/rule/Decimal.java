package org.ecosec.alerts.rule;

import java.math.BigDecimal;

/** An amount in a condition: equal amounts are equal however many zeros they end in. */
record Decimal(BigDecimal value) {

  private static final int LONGEST = 60;

  Decimal {
    value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /** Refuses what is no plain decimal, exponents included: 1e999999999 is short and endless. */
  static Decimal of(String text) {
    if (text.length() > LONGEST || !text.matches("-?\\d+(\\.\\d+)?")) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a decimal such as '1000000' or '12.5'");
    }
    return new Decimal(new BigDecimal(text));
  }

  int compareTo(Decimal other) {
    return value.compareTo(other.value);
  }
}

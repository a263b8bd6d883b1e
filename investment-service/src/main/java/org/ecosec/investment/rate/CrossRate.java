package org.ecosec.investment.rate;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;

/** Converts through the US dollar; both rates are local currency units per dollar, same month. */
public final class CrossRate {

  private CrossRate() {}

  public static BigDecimal convert(BigDecimal amount, BigDecimal fromPerUsd, BigDecimal toPerUsd) {
    return amount.multiply(toPerUsd, DECIMAL128).divide(fromPerUsd, DECIMAL128);
  }
}

package org.ecosec.trade.anomaly;

/** What of a monthly flow is scored; with its unit and the decimals that are kept. */
public enum Metric {
  VALUE("USD", 2),
  WEIGHT("KG", 3),
  UNIT_VALUE("USD_PER_KG", 6);

  private final String unit;
  private final int decimals;

  Metric(String unit, int decimals) {
    this.unit = unit;
    this.decimals = decimals;
  }

  public String unit() {
    return unit;
  }

  int decimals() {
    return decimals;
  }
}

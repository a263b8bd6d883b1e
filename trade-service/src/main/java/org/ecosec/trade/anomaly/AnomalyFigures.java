package org.ecosec.trade.anomaly;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A scored month of one series as stored, before other series are looked at as evidence. */
record AnomalyFigures(
    String product,
    String partner,
    Metric metric,
    String period,
    Tier tier,
    Direction direction,
    Detector detector,
    BigDecimal z,
    BigDecimal observed,
    BigDecimal expected,
    BigDecimal lower,
    BigDecimal upper,
    @Nullable Reason reason) {

  /** Which rule scored it. */
  public enum Detector {
    MAIN,
    SPARSE,
    UNIT_VALUE
  }

  /** Why its reading is limited. */
  public enum Reason {
    /** The code holds more than the goods in question: no movement cannot exclude one of them. */
    MIXED_BASKET,
    /** February stands for both months. */
    JANUARY_AND_FEBRUARY
  }

  record Key(String product, String partner, Metric metric, String period) {}

  Key key() {
    return new Key(product, partner, metric, period);
  }
}

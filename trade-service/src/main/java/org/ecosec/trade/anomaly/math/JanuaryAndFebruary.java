package org.ecosec.trade.anomaly.math;

import java.time.Month;
import java.time.YearMonth;

/**
 * The lunar new year falls in January or in February, so China's two months are read as one: both
 * are known or neither is. February holds their mean, January nothing.
 */
public final class JanuaryAndFebruary {

  private JanuaryAndFebruary() {}

  /** A copy with the two months joined; the series starts in the given month. */
  public static double[] joined(YearMonth start, double[] values) {
    var joined = values.clone();
    for (int t = 0; t < values.length; t++) {
      var month = start.plusMonths(t).getMonth();
      if (month == Month.JANUARY) {
        joined[t] = Double.NaN;
      } else if (month == Month.FEBRUARY) {
        joined[t] = t == 0 ? Double.NaN : (values[t - 1] + values[t]) / 2;
      }
    }
    return joined;
  }
}

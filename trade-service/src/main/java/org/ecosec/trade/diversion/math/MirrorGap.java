package org.ecosec.trade.diversion.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the exporter says left beside what the importer says arrived, over twelve months: the
 * logarithm of one over the other, valued alike (imports carry about 6 % for insurance and freight;
 * IMF, Direction of Trade Statistics, 2017), and how unusual the last one is.
 */
public record MirrorGap(double gap, double z) {

  private static final int YEAR = 12;
  private static final int MIN_POINTS = 12;
  private static final double CIF = 1.06;
  private static final double NORMAL = 1.4826;
  private static final double MIN_SPREAD = 0.10;

  /** Of two series over the same months; empty without twelve earlier gaps to compare with. */
  public static Optional<MirrorGap> of(double[] exports, double[] imports) {
    var gaps = new ArrayList<Double>();
    for (int end = YEAR; end <= exports.length; end++) {
      double out = Arrays.stream(exports, end - YEAR, end).sum();
      double in = Arrays.stream(imports, end - YEAR, end).sum() / CIF;
      gaps.add(Math.log(out) - Math.log(in));
    }
    if (gaps.size() <= MIN_POINTS || !Double.isFinite(gaps.getLast())) {
      return Optional.empty();
    }
    var before = gaps.subList(0, gaps.size() - 1).stream().filter(Double::isFinite).toList();
    if (before.size() < MIN_POINTS) {
      return Optional.empty();
    }
    double median = median(before);
    double deviation = median(before.stream().map(gap -> Math.abs(gap - median)).toList());
    double spread = Math.max(NORMAL * deviation, MIN_SPREAD);
    return Optional.of(new MirrorGap(gaps.getLast(), (gaps.getLast() - median) / spread));
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}

package org.ecosec.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.ecosec.trade.anomaly.math.SeasonalDetector;

/** A scan of many monthly series of eight years, in process, on all cores. */
record AnomalyBenchmark(PrintStream out) {
  private static final int MONTHS = 96;
  private static final int PASSES = 3;
  private static final double MIB = 1 << 20;
  private static final double SPARSE = 0.3;

  Result run(int series) {
    var values = new double[series][];
    var random = new SplittableRandom(1);
    for (int i = 0; i < series; i++) {
      values[i] = series(random);
    }
    double input = usedMib();
    out.printf("  %,d series of %d months are in memory: %.0f MiB%n", series, MONTHS, input);
    var seconds = new ArrayList<Double>();
    var flags = new LongAdder();
    for (int pass = 0; pass < PASSES; pass++) {
      flags.reset();
      var watch = new Stopwatch();
      IntStream.range(0, series).parallel().forEach(i -> flags.add(flagged(values[i])));
      seconds.add(watch.seconds());
    }
    Collections.sort(seconds);
    return new Result(
        "anomaly",
        Machine.alone(),
        Map.of("series", series, "months", MONTHS, "flagged", flags.sum()),
        List.of(
            Figure.alone(seconds.get(PASSES / 2), "s", "scan on all cores", "under 5 s"),
            Figure.alone(input, "MiB", "heap held by the series", ""),
            Figure.alone(usedMib(), "MiB", "heap held after the scan", "no more than before")));
  }

  private static long flagged(double[] values) {
    var scores = new SeasonalDetector().score(values);
    return IntStream.range(0, MONTHS).filter(scores::flagged).count();
  }

  private static double[] series(SplittableRandom random) {
    double level = 8 + 6 * random.nextDouble();
    double noise = 0.2 + random.nextDouble();
    double idle = random.nextDouble() < SPARSE ? 0.7 : 0.02;
    return IntStream.range(0, MONTHS)
        .mapToDouble(
            t ->
                random.nextDouble() < idle
                    ? 0
                    : Math.exp(
                        level
                            + Math.sin(2 * Math.PI * t / 12) / 3
                            + noise * (random.nextDouble() + random.nextDouble() - 1)))
        .toArray();
  }

  private static double usedMib() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MIB;
  }
}

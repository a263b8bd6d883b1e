package org.ecosec.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecosec.trade.complexity.math.Complexity;
import org.ecosec.trade.complexity.math.ProductSpace;
import org.ecosec.trade.complexity.math.Specialisation;

/**
 * Complexity, proximity and density of a made-up world of 220 economies and 5,000 products, the
 * same at every run: the more diverse an economy, the rarer the products that it has.
 */
record ComplexityBenchmark(PrintStream out) {
  private static final int ECONOMIES = 220;
  private static final int PRODUCTS = 5_000;
  private static final int PASSES = 7;
  private static final double LEAST = 0.03;
  private static final double MORE = 0.4;

  Result run() {
    var matrix = matrix();
    long ones = IntStream.range(0, ECONOMIES).mapToLong(matrix::diversity).sum();
    out.println("  The matrix has " + ones + " ones");
    if (Complexity.of(matrix).status() != Complexity.Status.COMPLETE) {
      throw new IllegalStateException("The made-up world has no indices.");
    }
    double indices = median(() -> Complexity.of(matrix));
    double densities = median(() -> new ProductSpace(matrix).allDensities());
    return new Result(
        "complexity",
        Machine.alone(),
        Map.of("economies", ECONOMIES, "products", PRODUCTS, "ones", ones),
        List.of(
            Figure.alone(indices, "s", "ECI and PCI", "under 0.1 s"),
            Figure.alone(
                densities, "s", "all proximities, and density of every economy", "under 1 s")));
  }

  private static Specialisation matrix() {
    var random = new SplittableRandom(1);
    var rows = new int[ECONOMIES][];
    for (int c = 0; c < ECONOMIES; c++) {
      double diverse = (double) c / ECONOMIES;
      rows[c] =
          IntStream.range(0, PRODUCTS)
              .filter(
                  p -> {
                    double rare = (double) p / PRODUCTS;
                    return random.nextDouble()
                        < LEAST + MORE * diverse * (1 - rare * (1 - diverse));
                  })
              .toArray();
    }
    return Specialisation.of(
        IntStream.range(0, ECONOMIES).mapToObj(c -> "C" + c).toList(),
        IntStream.range(0, PRODUCTS).mapToObj(p -> "P" + p).toList(),
        rows);
  }

  // The first passes warm up and are not counted.
  private static double median(Runnable pass) {
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < PASSES; i++) {
      var watch = new Stopwatch();
      pass.run();
      if (i > 1) {
        seconds.add(watch.seconds());
      }
    }
    Collections.sort(seconds);
    return seconds.get(seconds.size() / 2);
  }
}

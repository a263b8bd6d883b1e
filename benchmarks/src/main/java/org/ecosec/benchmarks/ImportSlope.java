package org.ecosec.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * The import benchmark at sizes that grow tenfold: time a row, and memory, should stay as they are.
 */
record ImportSlope(Path checkout, PrintStream out) {
  private static final long SMALLEST = 100_000;
  private static final int STEP = 10;

  Result run(long largest) throws IOException, InterruptedException, SQLException {
    var sizes =
        LongStream.concat(
                LongStream.iterate(SMALLEST, size -> size < largest, size -> size * STEP),
                LongStream.of(largest))
            .boxed()
            .toList();
    var figures = new ArrayList<Figure>();
    var secondsPerMillion = new ArrayList<Double>();
    Machine machine = null;
    for (long size : sizes) {
      var result = new ImportBenchmark(checkout, out).run(size);
      result.print(out);
      machine = result.machine();
      for (Figure figure : result.figures()) {
        figures.add(figure.named("%,d rows: %s".formatted(size, figure.what())));
      }
      secondsPerMillion.add(1e6 / result.figures().getFirst().ours());
    }
    figures.add(
        Figure.beside(
            secondsPerMillion.getFirst(),
            secondsPerMillion.getLast(),
            "s a million rows",
            "the largest, peer the smallest",
            "ratio near 1"));
    return new Result(
        "slope",
        Objects.requireNonNull(machine),
        Map.of("smallest", sizes.getFirst(), "largest", sizes.getLast()),
        List.copyOf(figures));
  }
}

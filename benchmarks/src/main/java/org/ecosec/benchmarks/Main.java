package org.ecosec.benchmarks;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command line of {@code ./run bench}, to be started in the root of the checkout. */
public final class Main {
  private static final Logger ALL_LOGS = Logger.getLogger("");

  private Main() {}

  public static void main(String... words) throws Exception {
    ALL_LOGS.setLevel(Level.SEVERE);
    try {
      run(Arguments.of(words));
    } catch (IllegalArgumentException refusal) {
      System.err.println(refusal.getMessage() + "\n\n" + Arguments.USAGE);
      System.exit(1);
    }
    // The broker leaves threads behind.
    System.exit(0);
  }

  private static void run(Arguments arguments) throws Exception {
    var checkout = Path.of("").toAbsolutePath();
    for (String name : arguments.names()) {
      System.out.println("Measuring " + name);
      var result =
          switch (name) {
            case "import" ->
                new ImportBenchmark(checkout, System.out).run(arguments.size("--rows"));
            case "slope" -> new ImportSlope(checkout, System.out).run(arguments.size("--rows"));
            case "concentration" ->
                new ConcentrationBenchmark(System.out).run(arguments.size("--cells"));
            case "page" ->
                new PageBenchmark(checkout, System.out)
                    .run(
                        arguments.size("--rows"),
                        arguments.size("--rate"),
                        arguments.size("--seconds"));
            case "alerts" ->
                new AlertsBenchmark(checkout, System.out)
                    .run(
                        arguments.size("--alerts-rate"),
                        arguments.size("--seconds"),
                        arguments.size("--fan-out"));
            case "complexity" -> new ComplexityBenchmark(System.out).run();
            case "chokepoints" ->
                new ChokepointBenchmark(checkout, System.out).run(arguments.size("--rows"));
            case "anomaly" -> new AnomalyBenchmark(System.out).run(arguments.size("--series"));
            case "activities" ->
                new ActivitiesBenchmark(checkout, System.out)
                    .run(arguments.size("--activities"), arguments.size("--transactions"));
            case "progress" ->
                new ProgressBenchmark(checkout, System.out)
                    .run(
                        arguments.size("--behind"),
                        Math.min(arguments.size("--rate"), 20),
                        arguments.size("--seconds"));
            default -> throw new IllegalArgumentException("There is no benchmark " + name);
          };
      result.print(System.out);
      result.writeTo(checkout.resolve("benchmarks/target"));
    }
  }
}

package org.ecosec.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ecosec.trade.anomaly.math.Backtest;

/** The command line of {@code ./run backtest}: the detector of anomalies against known events. */
public final class BacktestCommand {
  private static final String USAGE =
      """
      ./run backtest    score the detector of anomalies against labelled events; prints a table
        --events FILE   id,reporter,flow,classification,product,partners,effectiveOn,direction,contested,source
        --series FILE   reporter,flow,classification,product,partner,month,valueUsd (one line a month)
        Without them: the events and the monthly exports of China that this product ships with.
      """;

  private static final String NOTES =
      """

      A flag from one month before an event to four after it finds it; precision = found / (found + false flags).
      (events): false flags of a product and a sign within six months are one false event.
      Open: not found, and its months are not over when the data end. Contested events are left out.
      q: Benjamini-Hochberg over each month's release, p ranked among the earlier months of all series.
      Delay: median months from the month of effect; a month of China's is published on about the 20th of the next.
      Evidence is that of other partners alone: listed measures are the labels here, and no mirror is in the file.\
      """;

  private BacktestCommand() {}

  public static void main(String... words) throws IOException {
    try {
      var options = options(words);
      var series =
          options.containsKey("--series")
              ? BacktestSeries.of(Files.readString(Path.of(options.get("--series"))))
              : BacktestSeries.shipped();
      var events =
          options.containsKey("--events")
              ? BacktestEvents.of(Files.readString(Path.of(options.get("--events"))))
              : BacktestEvents.shipped();
      print(BacktestRules.of(series), events.of(series), series.months(), System.out);
    } catch (IllegalArgumentException | java.nio.file.NoSuchFileException refusal) {
      System.err.println(refusal.getMessage() + "\n\n" + USAGE);
      System.exit(1);
    }
  }

  private static Map<String, String> options(String... words) {
    var options = new HashMap<String, String>();
    for (int i = 0; i < words.length; i += 2) {
      if (!List.of("--events", "--series").contains(words[i]) || i + 1 == words.length) {
        throw new IllegalArgumentException("./run backtest does not know \"" + words[i] + "\".");
      }
      options.put(words[i], words[i + 1]);
    }
    return options;
  }

  private static void print(
      BacktestRules rules, BacktestEvents.Labelled labelled, int end, PrintStream out) {
    out.printf(
        "%d series, %,d scored series-months; events: %d with a series, %d contested, %d without a series%n%n",
        rules.series(),
        rules.months(),
        labelled.events().stream().filter(event -> !event.contested()).count(),
        labelled.events().stream().filter(event -> event.contested()).count(),
        labelled.withoutSeries());
    out.printf(
        "%-36s %9s %8s %9s %6s %5s %6s %7s %9s %7s%n",
        "rule",
        "precision",
        "(events)",
        "recall",
        "found",
        "open",
        "delay",
        "false",
        "per 1,000",
        "(events)");
    rules
        .flags()
        .forEach(
            (rule, flags) -> {
              var scored =
                  Backtest.of(labelled.events(), flags, new Backtest.Scope(rules.months(), end));
              out.printf(
                  "%-36s %9s %8s %9s %6s %5d %6s %7d %9.1f %7d%n",
                  rule,
                  text(scored.precision()),
                  text(scored.precisionOfEvents()),
                  text(scored.recall()),
                  scored.found() + "/" + scored.events(),
                  scored.open(),
                  text(scored.medianDelay()),
                  scored.falseFlags(),
                  scored.falsePerThousand(),
                  scored.falseEvents());
            });
    out.println(NOTES);
    out.println("\nEach event, by the two-tier rule:");
    rules.eventLines(labelled).forEach(out::println);
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? "%.2f".formatted(value.getAsDouble()) : "none";
  }
}

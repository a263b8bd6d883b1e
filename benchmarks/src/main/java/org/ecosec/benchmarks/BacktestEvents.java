package org.ecosec.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ecosec.trade.anomaly.math.Backtest;

/** Labelled events, each with its source. */
record BacktestEvents(List<Line> lines) {
  private static final int HISTORY = 36;

  /** An event of the file; no partners means all. */
  record Line(
      String id,
      String flow,
      String product,
      Set<String> partners,
      YearMonth month,
      boolean drop,
      boolean contested) {}

  /** The events that the series can show, with their ids, and how many they cannot. */
  record Labelled(List<Backtest.Event> events, List<String> ids, int withoutSeries) {}

  static BacktestEvents shipped() throws IOException {
    try (var stream = BacktestEvents.class.getResourceAsStream("/events/trade-events.csv")) {
      return of(new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8));
    }
  }

  static BacktestEvents of(String csv) throws IOException {
    var lines = new ArrayList<Line>();
    try (var reader = CsvReader.builder().ofNamedCsvRecord(new StringReader(csv))) {
      reader.forEach(
          row -> {
            var partners = row.getField("partners");
            lines.add(
                new Line(
                    row.getField("id"),
                    String.join(
                        "|",
                        row.getField("reporter"),
                        row.getField("flow"),
                        row.getField("classification")),
                    row.getField("product"),
                    partners.isBlank() ? Set.of() : Set.of(partners.split("\\s+", -1)),
                    YearMonth.from(LocalDate.parse(row.getField("effectiveOn"))),
                    row.getField("direction").equals("DROP"),
                    Boolean.parseBoolean(row.getField("contested"))));
          });
    }
    return new BacktestEvents(lines);
  }

  Labelled of(BacktestSeries series) {
    var events = new ArrayList<Backtest.Event>();
    var ids = new ArrayList<String>();
    for (Line line : lines) {
      int month = series.month(line.month());
      boolean shown =
          month >= HISTORY
              && month < series.months()
              && series
                  .values()
                  .containsKey(
                      new BacktestSeries.Key(line.flow(), line.product(), BacktestSeries.ALL));
      if (shown) {
        events.add(
            new Backtest.Event(
                line.product(), line.partners(), month, line.drop(), line.contested()));
        ids.add(line.id() + " " + line.product() + ", " + line.month());
      }
    }
    return new Labelled(events, ids, lines.size() - events.size());
  }
}

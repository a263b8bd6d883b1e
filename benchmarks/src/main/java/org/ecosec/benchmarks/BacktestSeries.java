package org.ecosec.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.ecosec.trade.reference.ReferenceCsv;

/** Monthly values by flow and partner: a month without a line is a month without trade. */
record BacktestSeries(YearMonth start, int months, Map<Key, List<Double>> values) {
  static final String ALL = "ALL";
  private static final String PROFILE = "china-comtrade-monthly";
  private static final List<String> SHIPPED =
      List.of("china-exports-monthly.history.csv.gz", "china-exports-monthly.newest.csv.gz");

  /** One product's flow between a reporter and a partner, or all partners. */
  record Key(String flow, String product, String partner) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return toString().compareTo(other.toString());
    }

    String reporter() {
      return flow.substring(0, flow.indexOf('|'));
    }

    Key all() {
      return new Key(flow, product, ALL);
    }
  }

  private record Line(Key key, YearMonth month, double value) {}

  static BacktestSeries of(String csv) throws IOException {
    var lines = new ArrayList<Line>();
    try (var reader = CsvReader.builder().ofNamedCsvRecord(new StringReader(csv))) {
      reader.forEach(
          row ->
              lines.add(
                  new Line(
                      new Key(
                          String.join(
                              "|",
                              row.getField("reporter"),
                              row.getField("flow"),
                              row.getField("classification")),
                          row.getField("product"),
                          row.getField("partner")),
                      YearMonth.parse(row.getField("month")),
                      Double.parseDouble(row.getField("valueUsd")))));
    }
    return of(lines);
  }

  static BacktestSeries shipped() throws IOException {
    var codes = new HashMap<String, String>();
    for (var row : ReferenceCsv.read("partner-names.csv")) {
      if (row.getField("profile").equals(PROFILE)) {
        codes.put(row.getField("name"), row.getField("economy"));
      }
    }
    var lines = new ArrayList<Line>();
    for (String file : SHIPPED) {
      var stream =
          Objects.requireNonNull(BacktestSeries.class.getResourceAsStream("/reference/" + file));
      try (var csv =
          CsvReader.builder()
              .ofNamedCsvRecord(new InputStreamReader(new GZIPInputStream(stream), UTF_8))) {
        csv.forEach(
            row ->
                lines.add(
                    new Line(
                        new Key(
                            "CHN|EXPORT|HS",
                            row.getField("hs6"),
                            codes.getOrDefault(
                                row.getField("partner_name"), row.getField("partner_name"))),
                        YearMonth.parse(row.getField("period_dt").substring(0, 7)),
                        Double.parseDouble(row.getField("val")))));
      }
    }
    return of(lines);
  }

  private static BacktestSeries of(List<Line> lines) {
    var start = lines.stream().map(Line::month).min(YearMonth::compareTo);
    var end = lines.stream().map(Line::month).max(YearMonth::compareTo);
    if (start.isEmpty() || end.isEmpty()) {
      throw new IllegalArgumentException("The file of series has no line.");
    }
    int months = (int) ChronoUnit.MONTHS.between(start.get(), end.get()) + 1;
    var values = new TreeMap<Key, Double[]>();
    for (Line line : lines) {
      int t = (int) ChronoUnit.MONTHS.between(start.get(), line.month());
      for (Key key : List.of(line.key(), line.key().all())) {
        values.computeIfAbsent(key, _ -> zeros(months))[t] += line.value();
      }
    }
    var series = new TreeMap<Key, List<Double>>();
    values.forEach((key, array) -> series.put(key, List.of(array)));
    return new BacktestSeries(start.get(), months, series);
  }

  private static Double[] zeros(int months) {
    var zeros = new Double[months];
    Arrays.fill(zeros, 0.0);
    return zeros;
  }

  int month(YearMonth month) {
    return (int) ChronoUnit.MONTHS.between(start, month);
  }
}

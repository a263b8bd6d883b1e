package org.ecosec.trade.diversion;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecosec.trade.diversion.math.Triangle;

/** Everything that was read for a question, by who reports it. */
final class LegReports {

  record Found(String basis, String source, Triangle.Leg leg) {}

  record Report(String source, String flow, String reporter) {}

  record Pair(Report report, String partner) {}

  final Map<Pair, double[]> product = new HashMap<>();
  final Map<Pair, double[]> others = new HashMap<>();
  final Set<Report> complete = new HashSet<>();
  private final List<String> preference;

  LegReports(List<String> preference) {
    this.preference = preference;
  }

  Optional<Found> leg(String from, String to) {
    return best("IMPORT", to)
        .map(report -> found("REPORTED", report, from))
        .or(() -> best("EXPORT", from).map(report -> found("MIRROR", report, to)));
  }

  /** How the origin's other products grew on the same leg, by the same report. */
  Optional<Triangle.Leg> control(String from, String to, Found same) {
    boolean reported = same.basis().equals("REPORTED");
    var report = new Report(same.source(), reported ? "IMPORT" : "EXPORT", reported ? to : from);
    return Optional.ofNullable(others.get(new Pair(report, reported ? from : to)))
        .map(sums -> new Triangle.Leg(sums[0], sums[1]));
  }

  private Optional<Report> best(String flow, String reporter) {
    return complete.stream()
        .filter(report -> report.flow().equals(flow) && report.reporter().equals(reporter))
        .min(
            Comparator.comparingInt((Report report) -> place(report.source()))
                .thenComparing(Report::source));
  }

  private int place(String source) {
    return preference.contains(source) ? preference.indexOf(source) : preference.size();
  }

  private Found found(String basis, Report report, String partner) {
    var sums = product.getOrDefault(new Pair(report, partner), new double[2]);
    return new Found(basis, report.source(), new Triangle.Leg(sums[0], sums[1]));
  }

  /** Economies that trade the product with the origin or with the market. */
  Set<String> between() {
    var names = new TreeSet<String>();
    product
        .keySet()
        .forEach(
            pair -> {
              names.add(pair.partner());
              names.add(pair.report().reporter());
            });
    return names;
  }
}

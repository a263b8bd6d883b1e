package org.ecosec.trade.production;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.ecosec.trade.reference.TradeSources;

/** What an economy reports to have bought or sold of some products in a year, in tonnes. */
@ApplicationScoped
class TradedWeights {

  private static final double KILOGRAMS = 1_000;

  private final Database database;
  private final Economies economies;
  private final Headings headings;
  private final List<String> preference;

  TradedWeights(Database database, Economies economies, Headings headings, TradeSources sources) {
    this.database = database;
    this.economies = economies;
    this.headings = headings;
    this.preference = sources.preference();
  }

  /** One source's report of one code: World's weight, and the sum of the partners'. */
  private static final class Report {

    private double world;
    private double partners;
    private boolean weighed = true;

    OptionalDouble kilograms() {
      if (world > 0) {
        return OptionalDouble.of(world);
      }
      return weighed ? OptionalDouble.of(partners) : OptionalDouble.empty();
    }
  }

  /** Empty if nothing is reported, or a part of it without a weight. */
  OptionalDouble tonnes(String reporter, String flow, List<String> codes, int year, long revision) {
    var asked = headings.with(codes);
    var reports = new TreeMap<String, Map<String, Report>>();
    database.each(
        """
        select s.source || ' ' || s.edition, o.product, o.partner, o.net_weight_kg
        from observation o join slice s
          on s.id = o.slice_id and s.classification = o.classification and s.year = o.year
        where o.from_revision <= ? and (o.to_revision is null or o.to_revision > ?)
          and s.reporter = ? and s.flow = ? and s.classification = 'HS' and s.freq = 'A'
          and s.year = ? and o.product = any(?)
        """,
        row ->
            add(
                reports
                    .computeIfAbsent(row.getString(1), source -> new TreeMap<>())
                    .computeIfAbsent(row.getString(2), product -> new Report()),
                row.getString(3),
                row.getDouble(4),
                reporter),
        revision,
        revision,
        reporter,
        flow,
        year,
        asked);
    return reports.keySet().stream()
        .min(
            (left, right) -> {
              int byRank = Integer.compare(rank(left), rank(right));
              return byRank != 0 ? byRank : right.compareTo(left);
            })
        .map(source -> sum(reports.getOrDefault(source, Map.of())))
        .orElse(OptionalDouble.empty());
  }

  // A heading stands for its codes only where it is reported in their place.
  private static OptionalDouble sum(Map<String, Report> byCode) {
    double tonnes = 0;
    for (var report : byCode.entrySet()) {
      var code = report.getKey();
      boolean counted = code.length() > 4 && byCode.containsKey(code.substring(0, 4));
      var kilograms = report.getValue().kilograms();
      if (kilograms.isEmpty()) {
        return OptionalDouble.empty();
      }
      tonnes += counted ? 0 : kilograms.getAsDouble() / KILOGRAMS;
    }
    return OptionalDouble.of(tonnes);
  }

  private void add(Report report, String partner, double kilograms, String reporter) {
    if (partner.equals(Economies.WORLD)) {
      report.world = kilograms;
    } else if (!partner.equals(reporter)
        && economies.find(partner).map(Economy::kind).orElse(Economy.Kind.UNALLOCATED)
            != Economy.Kind.AGGREGATE) {
      report.partners += kilograms;
      report.weighed &= kilograms > 0;
    }
  }

  private int rank(String sourceAndEdition) {
    int rank = preference.indexOf(sourceAndEdition.substring(0, sourceAndEdition.indexOf(' ')));
    return rank < 0 ? Integer.MAX_VALUE : rank;
  }
}

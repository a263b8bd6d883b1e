package org.ecosec.trade.diversion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.diversion.math.Triangle;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.ecosec.trade.reference.TradeSources;
import org.jspecify.annotations.Nullable;

/**
 * The trade of a product around an origin and a market in two sets of periods. A leg is what its
 * importer reports, or else its exporter; one report on both sides of the date.
 */
@ApplicationScoped
class Legs {

  private static final String OF =
      """
       s.classification = ? and s.freq = ? and s.period = any(?)
        and ((s.flow = 'EXPORT' and s.reporter = ?) or (s.flow = 'IMPORT' and o.partner = ?)
      """;
  private static final String FROM =
      """
      from slice s join observation o
        on o.slice_id = s.id and o.classification = s.classification and o.year = s.year
      where o.from_revision <= ? and (o.to_revision is null or o.to_revision > ?) and
      """;

  private final Database database;
  private final Economies economies;
  private final TradeSources sources;

  Legs(Database database, Economies economies, TradeSources sources) {
    this.database = database;
    this.economies = economies;
    this.sources = sources;
  }

  /** What is asked: the periods before and after pair up, one by one. */
  record Question(
      String origin,
      String market,
      @Nullable String hub,
      String classification,
      String product,
      List<String> before,
      List<String> after,
      long revision) {

    List<String> periods() {
      var all = new ArrayList<>(before);
      all.addAll(after);
      return all;
    }

    String freq() {
      return before.getFirst().length() == 4 ? "A" : "M";
    }
  }

  record Found(String basis, String source, Triangle.Leg leg) {}

  private record Report(String source, String flow, String reporter) {}

  private record Pair(Report report, String partner) {}

  /** Everything that was read for a question. */
  static final class Read {

    private final Map<Pair, double[]> product = new HashMap<>();
    private final Map<Pair, double[]> others = new HashMap<>();
    private final Set<Report> complete = new HashSet<>();
    private final List<String> preference;

    Read(List<String> preference) {
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
              java.util.Comparator.comparingInt((Report report) -> place(report.source()))
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

  Read read(Question question) {
    var read = new Read(sources.preference());
    sums(question, "o.product = ?", read.product, question.market());
    sums(question, "o.product <> ? and length(o.product) = 6", read.others, "");
    database.each(
        """
        select source, flow, reporter from slice s
        where classification = ? and freq = ? and period = any(?) and flow in ('IMPORT', 'EXPORT')
          and exists (select 1 from observation o where o.slice_id = s.id
            and o.classification = s.classification and o.year = s.year and o.from_revision <= ?
            and (o.to_revision is null or o.to_revision > ?))
        group by source, flow, reporter having count(distinct period) = ?
        """,
        row -> read.complete.add(new Report(row.getString(1), row.getString(2), row.getString(3))),
        question.classification(),
        question.freq(),
        question.periods(),
        question.revision(),
        question.revision(),
        question.periods().size());
    return read;
  }

  private void sums(Question question, String products, Map<Pair, double[]> into, String market) {
    database.each(
        "select s.source, s.flow, s.reporter, o.partner,"
            + " coalesce(sum(o.value_usd) filter (where s.period = any(?)), 0),"
            + " coalesce(sum(o.value_usd) filter (where s.period = any(?)), 0) "
            + FROM
            + OF
            + " or (s.flow = 'IMPORT' and s.reporter = ?) or (s.flow = 'EXPORT' and o.partner = ?)) and "
            + products
            + " group by s.source, s.flow, s.reporter, o.partner",
        row -> {
          if (supplies(row.getString(3)) && supplies(row.getString(4))) {
            into.put(
                new Pair(
                    new Report(row.getString(1), row.getString(2), row.getString(3)),
                    row.getString(4)),
                new double[] {row.getDouble(5), row.getDouble(6)});
          }
        },
        question.before(),
        question.after(),
        question.revision(),
        question.revision(),
        question.classification(),
        question.freq(),
        question.periods(),
        question.origin(),
        question.origin(),
        market,
        market,
        question.product());
  }

  private boolean supplies(String economy) {
    return economies.find(economy).filter(Economy::supplies).isPresent();
  }
}

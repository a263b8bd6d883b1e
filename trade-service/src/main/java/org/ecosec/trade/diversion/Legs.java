package org.ecosec.trade.diversion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.ecosec.trade.reference.TradeSources;

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

  LegReports read(Question question) {
    var read = new LegReports(sources.preference());
    sums(question, "o.product = ?", read.product, question.market());
    // A report that never names the product, with whomever, says nothing of it: it may be of
    // others.
    database.each(
        """
        select source, flow, reporter from slice s
        where classification = ? and freq = ? and period = any(?) and flow in ('IMPORT', 'EXPORT')
          and exists (select 1 from observation o where o.slice_id = s.id
            and o.classification = s.classification and o.year = s.year and o.from_revision <= ?
            and (o.to_revision is null or o.to_revision > ?))
        group by source, flow, reporter having count(distinct period) = ?
          and bool_or(exists (select 1 from observation o where o.slice_id = s.id
            and o.classification = s.classification and o.year = s.year and o.product = ?
            and o.from_revision <= ? and (o.to_revision is null or o.to_revision > ?)))
        """,
        row ->
            read.complete.add(
                new LegReports.Report(row.getString(1), row.getString(2), row.getString(3))),
        question.classification(),
        question.freq(),
        question.periods(),
        question.revision(),
        question.revision(),
        question.periods().size(),
        question.product(),
        question.revision(),
        question.revision());
    return read;
  }

  /** Adds what else the origin sold to each economy: many rows, and not always needed. */
  void readControls(Question question, LegReports read) {
    sums(question, "o.product <> ? and length(o.product) = 6", read.others, "");
  }

  /** The last month in which the market or the origin reports trade in the product. */
  Optional<YearMonth> newestMonth(WatchedTriangle.Ends ends) {
    return database
        .first(
            """
            select coalesce(max(s.period), '') from slice s
            where s.classification = ? and s.freq = 'M'
              and ((s.flow = 'IMPORT' and s.reporter = ?) or (s.flow = 'EXPORT' and s.reporter = ?))
              and exists (select 1 from observation o where o.slice_id = s.id
                and o.classification = s.classification and o.year = s.year and o.product = ?
                and o.to_revision is null)
            """,
            row -> row.getString(1),
            ends.classification(),
            ends.market(),
            ends.origin(),
            ends.product())
        .filter(month -> !month.isEmpty())
        .map(YearMonth::parse);
  }

  private void sums(
      Question question, String products, Map<LegReports.Pair, double[]> into, String market) {
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
                new LegReports.Pair(
                    new LegReports.Report(row.getString(1), row.getString(2), row.getString(3)),
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

package org.ecosec.trade.anomaly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** Reads monthly series as known at a revision, one product after the other. */
@ApplicationScoped
public class MonthlySeries {

  private static final String VISIBLE =
      " o.classification = s.classification and o.year = s.year and o.from_revision <= ?"
          + " and (o.to_revision is null or o.to_revision > ?) ";
  private static final String OF_GROUP =
      " s.source = ? and s.reporter = ? and s.flow = ? and s.classification = ? and s.freq = 'M' ";

  private final Database database;

  MonthlySeries(Database database) {
    this.database = database;
  }

  /** Gives each product's series, in the order of the codes. */
  public void each(
      SeriesGroup group, Collection<String> products, long revision, Consumer<ProductSeries> use) {
    var months = reportedMonths(group, revision);
    if (months.isEmpty() || products.isEmpty()) {
      return;
    }
    var reading = new Reading(months, use);
    database.each(
        "select o.product, o.partner, s.period, o.value_usd, o.net_weight_kg"
            + " from slice s join observation o on o.slice_id = s.id and"
            + VISIBLE
            + "where"
            + OF_GROUP
            + "and o.product = any(?) order by o.product, o.partner, s.period, s.edition",
        reading::take,
        revision,
        revision,
        group.source(),
        group.reporter(),
        group.flow(),
        group.classification(),
        products);
    reading.finish();
  }

  public Optional<ProductSeries> one(SeriesGroup group, String product, long revision) {
    var found = new java.util.ArrayList<ProductSeries>(1);
    each(group, List.of(product), revision, found::add);
    return found.stream().findFirst();
  }

  /** The codes of which one of the revisions changed a month. */
  public List<String> touched(SeriesGroup group, Collection<Long> revisions) {
    return database.list(
        """
        select distinct o.product from slice s join observation o
          on o.slice_id = s.id and o.classification = s.classification and o.year = s.year
        where s.source = ? and s.reporter = ? and s.flow = ? and s.classification = ?
          and s.freq = 'M' and (o.from_revision = any(?) or o.to_revision = any(?))
        order by o.product
        """,
        row -> row.getString(1),
        group.source(),
        group.reporter(),
        group.flow(),
        group.classification(),
        revisions,
        revisions);
  }

  /**
   * The last month that the group reports now, and how the import that changed it last is to be
   * told: news of older months may be handled after it, and must not silence it.
   */
  AnomalyEvents.Telling newest(SeriesGroup group) {
    var month =
        database
            .first(
                "select max(s.period) from slice s where" + OF_GROUP,
                row -> row.getString(1),
                group.source(),
                group.reporter(),
                group.flow(),
                group.classification())
            .orElseThrow();
    return database
        .first(
            """
            select i.baseline, i.backfill from trade_import i
            where i.revision = (
              select max(greatest(o.from_revision, coalesce(o.to_revision, 0)))
              from slice s join observation o
                on o.slice_id = s.id and o.classification = s.classification and o.year = s.year
              where s.source = ? and s.reporter = ? and s.flow = ? and s.classification = ?
                and s.freq = 'M' and s.period = ?)
            """,
            row -> new AnomalyEvents.Telling(month, row.getBoolean(1), row.getBoolean(2)),
            group.source(),
            group.reporter(),
            group.flow(),
            group.classification(),
            month)
        .orElse(new AnomalyEvents.Telling(month, false, false));
  }

  /** The sources that report the flow monthly, by name. */
  List<String> sources(String reporter, String flow, String classification) {
    return database.list(
        """
        select distinct source from slice
        where reporter = ? and flow = ? and classification = ? and freq = 'M' order by source
        """,
        row -> row.getString(1),
        reporter,
        flow,
        classification);
  }

  private List<YearMonth> reportedMonths(SeriesGroup group, long revision) {
    return database.list(
        "select distinct s.period from slice s where"
            + OF_GROUP
            + "and exists (select 1 from observation o where o.slice_id = s.id and"
            + VISIBLE
            + ") order by s.period",
        row -> YearMonth.parse(row.getString(1)),
        group.source(),
        group.reporter(),
        group.flow(),
        group.classification(),
        revision,
        revision);
  }

  /** Rows in, series out. */
  private static final class Reading {

    private final YearMonth start;
    private final boolean[] reported;
    private final Consumer<ProductSeries> use;
    private @Nullable ProductSeries current;

    Reading(List<YearMonth> months, Consumer<ProductSeries> use) {
      start = months.getFirst();
      reported = new boolean[(int) ChronoUnit.MONTHS.between(start, months.getLast()) + 1];
      months.forEach(month -> reported[(int) ChronoUnit.MONTHS.between(start, month)] = true);
      this.use = use;
    }

    void take(ResultSet row) throws SQLException {
      var product = row.getString(1);
      if (current == null || !current.product().equals(product)) {
        finish();
        current = new ProductSeries(product, start, reported);
      }
      var weight = row.getObject(5, java.math.BigDecimal.class);
      current.add(
          YearMonth.parse(row.getString(3)),
          row.getString(2),
          row.getDouble(4),
          weight == null ? Double.NaN : weight.doubleValue());
    }

    void finish() {
      if (current != null) {
        use.accept(current);
        current = null;
      }
    }
  }
}

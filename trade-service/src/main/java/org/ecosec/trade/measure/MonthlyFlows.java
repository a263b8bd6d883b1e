package org.ecosec.trade.measure;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.RoundingMode;
import java.util.Optional;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.measure.Exposure.Basis;
import org.ecosec.trade.measure.Exposure.TwelveMonths;

/** The newest twelve months of a flow, where all twelve are reported. */
@ApplicationScoped
class MonthlyFlows {

  private static final int YEAR = 12;
  private static final String NEWEST =
      """
      with reported as (
        select distinct s.id, s.source, s.period, s.classification, s.year from slice s
        where s.reporter = ? and s.flow = ? and s.classification = ? and s.freq = 'M'),
      span as (
        select source, max(period) as last,
          to_char(to_date(max(period), 'YYYY-MM') - interval '11 months', 'YYYY-MM') as first
        from reported group by source)
      select span.first, span.last, span.source, count(distinct r.period),
        sum(o.value_usd)
      from span join reported r on r.source = span.source
          and r.period between span.first and span.last
        left join observation o on o.slice_id = r.id and o.classification = r.classification
          and o.year = r.year and o.product = ? and o.partner = ? and o.to_revision is null
      group by span.first, span.last, span.source
      having count(distinct r.period) = ? and sum(o.value_usd) is not null
      order by span.last desc, span.source limit 1
      """;

  private final Database database;

  MonthlyFlows(Database database) {
    this.database = database;
  }

  /** Who reports which flow with whom of which code. */
  record Wanted(String reporter, String flow, String partner, Measure.Code code, Basis basis) {}

  Optional<TwelveMonths> newest(Wanted wanted) {
    return database.first(
        NEWEST,
        row ->
            new TwelveMonths(
                row.getString(1),
                row.getString(2),
                row.getBigDecimal(5).setScale(2, RoundingMode.HALF_EVEN),
                wanted.basis(),
                row.getString(3)),
        wanted.reporter(),
        wanted.flow(),
        wanted.code().classification(),
        wanted.code().code(),
        wanted.partner(),
        YEAR);
  }
}

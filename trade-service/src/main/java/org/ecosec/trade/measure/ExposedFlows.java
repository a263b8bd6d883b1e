package org.ecosec.trade.measure;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.indicator.Cells;
import org.ecosec.trade.indicator.Figures;
import org.ecosec.trade.measure.Exposure.Alternative;
import org.ecosec.trade.measure.Exposure.Basis;
import org.ecosec.trade.measure.Exposure.ExposedFlow;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.jspecify.annotations.Nullable;

/** Finds the flow behind one code: who reports it, for which year, and who else supplies. */
@ApplicationScoped
class ExposedFlows {

  private static final int MAX_ALTERNATIVES = 5;

  private final Database database;
  private final Cells cells;
  private final Economies economies;
  private final MonthlyFlows months;

  ExposedFlows(Database database, Cells cells, Economies economies, MonthlyFlows months) {
    this.database = database;
    this.cells = cells;
    this.economies = economies;
    this.months = months;
  }

  /** Who sells to whom under which code. */
  record Wanted(String imposer, String importer, Measure.Code code) {}

  /** A year's report of the importer: the slice that holds it. */
  private record Report(int sliceId, String period) {}

  /** The importer's own report of a product, from its last full year. */
  Optional<ExposedFlow> reported(Wanted wanted, String product, Basis basis) {
    return lastYear(wanted.importer(), wanted.code().classification(), product)
        .map(report -> flow(wanted, product, basis, report));
  }

  /** The imposer's report of its exports to the importer: the last full year, or twelve months. */
  Optional<ExposedFlow> mirrored(Wanted wanted) {
    return database.first(
        """
            with yearly as (
              select s.source, s.freq, left(s.period, 4) as year, sum(o.value_usd) as value,
                count(distinct s.period) as periods
              from slice s join observation o on o.slice_id = s.id and o.to_revision is null
                and o.classification = s.classification and o.year = s.year
              where s.reporter = ? and s.flow = 'EXPORT' and s.classification = ? and o.product = ?
                and o.partner = ?
              group by s.source, s.freq, left(s.period, 4)),
            reported_months as (
              select s.source, left(s.period, 4) as year, count(distinct s.period) as months
              from slice s where s.reporter = ? and s.flow = 'EXPORT' and s.freq = 'M'
              group by s.source, left(s.period, 4))
            select y.year, y.value from yearly y
            left join reported_months m on m.source = y.source and m.year = y.year
            where y.freq = 'A' or m.months = 12
            order by y.year desc, y.freq limit 1
            """,
        row ->
            new ExposedFlow(
                wanted.code().code(),
                wanted.code().coverage(),
                Basis.MIRROR,
                wanted.code().code(),
                row.getString(1),
                Usd.cents(row.getBigDecimal(2)),
                null,
                null,
                "NO_IMPORTER_REPORT",
                null,
                null,
                null,
                List.of(),
                null,
                twelveMonths(wanted).orElse(null)),
        wanted.imposer(),
        wanted.code().classification(),
        wanted.code().code(),
        wanted.importer(),
        wanted.imposer());
  }

  private Optional<Report> lastYear(String importer, String classification, String product) {
    return database.first(
        """
        select s.id, s.period from slice s
        where s.reporter = ? and s.flow = 'IMPORT' and s.classification = ? and s.freq = 'A'
          and exists (select 1 from observation o
            where o.slice_id = s.id and o.product = ? and o.to_revision is null
              and o.classification = s.classification and o.year = s.year)
        order by s.year desc, s.period, s.source, s.edition desc limit 1
        """,
        row -> new Report(row.getInt(1), row.getString(2)),
        importer,
        classification,
        product);
  }

  private ExposedFlow flow(Wanted wanted, String product, Basis basis, Report report) {
    var figures = cells.figures(report.sliceId(), product);
    var supplies = supplies(report, product);
    var value =
        supplies.stream()
            .filter(supply -> supply.partner().equals(wanted.imposer()))
            .map(Supply::valueUsd)
            .findFirst()
            .orElse(null);
    var total = figures.map(Figures::totalUsd).orElse(null);
    return new ExposedFlow(
        wanted.code().code(),
        wanted.code().coverage(),
        basis,
        product,
        report.period(),
        value == null ? null : Usd.cents(value),
        total,
        Usd.share(value, total),
        value == null ? "NO_IMPORTS_FROM_IMPOSER" : null,
        figures.map(Figures::hhiLower).orElse(null),
        figures.map(Figures::hhiUpper).orElse(null),
        figures.map(Figures::verdict).orElse(null),
        alternatives(supplies, wanted),
        rank(supplies, wanted.imposer()),
        product.equals(wanted.code().code()) ? twelveMonths(wanted).orElse(null) : null);
  }

  // Among the suppliers, 1 for the largest; null if it supplies nothing.
  private @Nullable Integer rank(List<Supply> supplies, String imposer) {
    var suppliers =
        supplies.stream()
            .map(Supply::partner)
            .filter(partner -> economies.find(partner).filter(Economy::supplies).isPresent())
            .toList();
    return suppliers.contains(imposer) ? suppliers.indexOf(imposer) + 1 : null;
  }

  private Optional<Exposure.TwelveMonths> twelveMonths(Wanted wanted) {
    return months
        .newest(
            new MonthlyFlows.Wanted(
                wanted.importer(), "IMPORT", wanted.imposer(), wanted.code(), Basis.REPORTED))
        .or(
            () ->
                months.newest(
                    new MonthlyFlows.Wanted(
                        wanted.imposer(),
                        "EXPORT",
                        wanted.importer(),
                        wanted.code(),
                        Basis.MIRROR)));
  }

  private record Supply(String partner, BigDecimal valueUsd) {}

  private List<Supply> supplies(Report report, String product) {
    return database.list(
        """
        select o.partner, o.value_usd from slice s join observation o
          on o.slice_id = s.id and o.classification = s.classification and o.year = s.year
        where s.id = ? and o.product = ? and o.to_revision is null and o.value_usd > 0
        order by o.value_usd desc, o.partner
        """,
        row -> new Supply(row.getString(1), row.getBigDecimal(2)),
        report.sliceId(),
        product);
  }

  private List<Alternative> alternatives(List<Supply> supplies, Wanted wanted) {
    return supplies.stream()
        .filter(supply -> economies.find(supply.partner()).filter(Economy::supplies).isPresent())
        .filter(supply -> !supply.partner().equals(wanted.imposer()))
        .filter(supply -> !supply.partner().equals(wanted.importer()))
        .limit(MAX_ALTERNATIVES)
        .map(
            supply ->
                new Alternative(
                    supply.partner(), Usd.cents(supply.valueUsd()), null, "NOT_COMPUTED"))
        .toList();
  }
}

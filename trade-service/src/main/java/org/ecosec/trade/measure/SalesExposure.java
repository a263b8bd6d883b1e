package org.ecosec.trade.measure;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.measure.ExposedFlows.Wanted;
import org.ecosec.trade.measure.Exposure.Basis;
import org.ecosec.trade.measure.Exposure.ExposedFlow;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.jspecify.annotations.Nullable;

/**
 * What an economy sells under a measure on imports: to the imposer, of all that it exports of the
 * product, in its last full year; from its own report, or else from the imposer's.
 */
@ApplicationScoped
class SalesExposure {

  private static final String LAST_YEAR =
      """
      with yearly as (
        select s.source, s.freq, s.edition, left(s.period, 4) as year,
          count(distinct s.period) as months,
          sum(o.value_usd) filter (where o.partner = ?) as sold,
          coalesce(sum(o.value_usd) filter (where o.partner = 'W00'),
            sum(o.value_usd) filter (where o.partner <> all(?) and o.partner <> s.reporter)) as total
        from slice s join observation o
          on o.slice_id = s.id and o.classification = s.classification and o.year = s.year
        where s.reporter = ? and s.flow = ? and s.classification = ? and o.product = ?
          and s.period ~ '^[0-9]' and o.to_revision is null
        group by s.source, s.freq, s.edition, left(s.period, 4))
      select year, sold, total from yearly where freq = 'A' or months = 12
      order by year desc, freq, source, edition desc limit 1
      """;

  private final Database database;
  private final MonthlyFlows months;
  private final List<String> aggregates;

  SalesExposure(Database database, MonthlyFlows months, Economies economies) {
    this.database = database;
    this.months = months;
    aggregates =
        economies.all().stream()
            .filter(economy -> economy.kind() == Economy.Kind.AGGREGATE)
            .map(Economy::code)
            .toList();
  }

  /** {@code wanted.importer} is the exposed economy: here the one that sells. */
  Optional<ExposedFlow> flow(Wanted wanted) {
    return read(wanted, wanted.importer(), "EXPORT", wanted.imposer(), Basis.REPORTED)
        .or(
            () ->
                read(wanted, wanted.imposer(), "IMPORT", wanted.importer(), Basis.MIRROR)
                    .filter(flow -> flow.valueUsd() != null));
  }

  private Optional<ExposedFlow> read(
      Wanted wanted, String reporter, String flow, String partner, Basis basis) {
    var code = wanted.code();
    var newest = months.newest(new MonthlyFlows.Wanted(reporter, flow, partner, code, basis));
    return database.first(
        LAST_YEAR,
        row -> {
          var sold = row.getBigDecimal("sold");
          var total = basis == Basis.REPORTED ? row.getBigDecimal("total") : null;
          return new ExposedFlow(
              code.code(),
              code.coverage(),
              basis,
              code.code(),
              row.getString("year"),
              sold == null ? null : Usd.cents(sold),
              total == null ? null : Usd.cents(total),
              Usd.share(sold, total),
              reason(sold, basis),
              null,
              null,
              null,
              List.of(),
              null,
              newest.orElse(null));
        },
        partner,
        aggregates,
        reporter,
        flow,
        code.classification(),
        code.code());
  }

  private static @Nullable String reason(@Nullable BigDecimal sold, Basis basis) {
    if (sold == null) {
      return "NO_EXPORTS_TO_IMPOSER";
    }
    return basis == Basis.MIRROR ? "NO_EXPORTER_REPORT" : null;
  }
}

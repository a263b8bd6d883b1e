package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.sql.Sql;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.reference.Sectors.SectorCode;
import org.jspecify.annotations.Nullable;

/** Reads what exporters report to have sold to an importer that does not report a period itself. */
@ApplicationScoped
class MirroredRows {

  private static final String KNOWN =
      " and o.from_revision <= ? and (o.to_revision is null or o.to_revision > ?) ";

  private final Database database;
  private final Sectors sectors;

  MirroredRows(Database database, Sectors sectors) {
    this.database = database;
    this.sectors = sectors;
  }

  /** All reports of a source for one period. */
  record Period(String source, String classification, String freq, String period) {

    private static Period of(ResultSet row) throws SQLException {
      return new Period(
          row.getString("source"),
          row.getString("classification"),
          row.getString("freq"),
          row.getString("period"));
    }
  }

  /** What an exporter reports of one product. */
  record Sale(
      Period period,
      String product,
      String exporter,
      String edition,
      BigDecimal valueUsd,
      @Nullable BigDecimal netWeightKg,
      @Nullable BigDecimal quantity,
      @Nullable String quantityUnit,
      boolean estimated,
      long fromRevision,
      @Nullable Long closedAt) {

    boolean isOpen() {
      return closedAt == null;
    }

    /** The last revision in which it changed: one that is gone changed what is left, too. */
    long changedAt() {
      return closedAt == null ? fromRevision : closedAt;
    }

    Cell.Line line() {
      return new Cell.Line(
          exporter, valueUsd.doubleValue(), known(netWeightKg), known(quantity), quantityUnit);
    }

    private static double known(@Nullable BigDecimal value) {
      return value == null ? 0 : value.doubleValue();
    }

    private static Sale of(ResultSet row) throws SQLException {
      return new Sale(
          Period.of(row),
          row.getString("product"),
          row.getString("reporter"),
          row.getString("edition"),
          row.getBigDecimal("value_usd"),
          row.getBigDecimal("net_weight_kg"),
          row.getBigDecimal("quantity"),
          row.getString("quantity_unit"),
          row.getBoolean("estimated"),
          row.getLong("from_revision"),
          row.getObject("closed_at", Long.class));
    }
  }

  /** As they were and are at a revision; an exporter's newest edition comes last. */
  List<Sale> find(ConcentrationFilter filter, long revision) {
    var sql =
        new Sql()
            .add(
                """
                select s.source, s.classification, s.freq, s.period, s.reporter, s.edition,
                  o.product, o.value_usd, o.net_weight_kg, o.quantity, o.quantity_unit,
                  o.estimated, o.from_revision,
                  case when o.to_revision <= ? then o.to_revision end as closed_at
                from slice s join observation o on o.slice_id = s.id
                  and o.classification = s.classification and o.year = s.year
                where s.flow = 'EXPORT' and s.freq in ('A', 'M') and o.from_revision <= ?
                """,
                revision,
                revision)
            .add(" and s.reporter <> ? and o.partner = ?", filter.importer, filter.importer)
            .add(" and o.product = any(?)", products(filter, revision))
            .given(" and s.classification = ?", filter.classification)
            .given(" and s.freq = ?", filter.freq)
            .given(" and s.source = ?", filter.source)
            .given(" and s.period = ?", filter.period)
            .given(" and s.period >= ?", filter.from)
            .given(" and s.period <= ?", filter.to)
            .add(
                """
                 and not exists (
                  select 1 from slice own join observation o on o.slice_id = own.id
                    and o.classification = own.classification and o.year = own.year
                  where own.flow = 'IMPORT' and own.classification = s.classification
                    and own.freq = s.freq and own.period = s.period
                """)
            .add(" and own.reporter = ?", filter.importer)
            .given(" and own.source = ?", filter.source)
            .add(KNOWN, revision, revision)
            .add(") order by o.product, s.classification, s.freq, s.period, s.edition, s.reporter");
    return database.list(sql.text(), Sale::of, sql.parameters());
  }

  /** How many economies report exports at all. */
  Map<Period, Integer> reporters(List<Period> periods, long revision) {
    var found = new HashMap<Period, Integer>();
    database.each(
        """
        select s.source, s.classification, s.freq, s.period, count(distinct s.reporter)
        from unnest(?::text[], ?::text[], ?::text[], ?::text[])
            w (source, classification, freq, period)
          join slice s on s.source = w.source and s.classification = w.classification
            and s.freq = w.freq and s.period = w.period and s.flow = 'EXPORT'
        where exists (select 1 from observation o where o.slice_id = s.id
          and o.classification = s.classification and o.year = s.year
        """
            + KNOWN
            + ") group by 1, 2, 3, 4",
        row -> found.put(Period.of(row), row.getInt(5)),
        periods.stream().map(Period::source).toList(),
        periods.stream().map(Period::classification).toList(),
        periods.stream().map(Period::freq).toList(),
        periods.stream().map(Period::period).toList(),
        revision,
        revision);
    return found;
  }

  private List<String> products(ConcentrationFilter filter, long revision) {
    if (filter.sector == null) {
      return filter.product == null ? List.of() : List.of(filter.product);
    }
    return sectors.at(revision).in(filter.sector).stream()
        .map(SectorCode::code)
        .filter(code -> filter.product == null || filter.product.equals(code))
        .distinct()
        .toList();
  }
}

package org.ecosec.trade.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.scenario.TradeYears.Wanted;
import org.jspecify.annotations.Nullable;

/** Finds the years that importers report, and of what. */
@ApplicationScoped
class ReportedYears {

  private final Database database;

  ReportedYears(Database database) {
    this.database = database;
  }

  /** The newest year for which one of the importers, or anybody if none is named, reports one. */
  Optional<String> newest(Wanted wanted, List<String> importers) {
    return database.first(
        """
        select s.period from slice s
        where s.flow = 'IMPORT' and s.freq = 'A' and s.classification = ?
          and (cardinality(?::text[]) = 0 or s.reporter = any(?))
          and exists (select 1 from observation o
            where o.slice_id = s.id and o.classification = s.classification and o.year = s.year
              and o.product = any(?) and o.from_revision <= ?
              and (o.to_revision is null or o.to_revision > ?))
        order by s.period desc limit 1
        """,
        row -> row.getString(1),
        wanted.classification(),
        importers,
        importers,
        wanted.products(),
        wanted.revision(),
        wanted.revision());
  }

  /** An importer's own report of a classification, as known at a revision. */
  record Report(String importer, String classification, long revision) {}

  /** Products in a year. */
  record Asked(Wanted wanted, String period) {}

  /**
   * All that an importer reports in a year, by default its newest; of HS the six-digit codes only,
   * because headings hold them again.
   */
  Optional<Asked> everything(Report report, @Nullable String period) {
    var found =
        database.list(
            """
            with years as (
              select s.id, s.classification, s.year, s.period from slice s
              where s.flow = 'IMPORT' and s.freq = 'A' and s.classification = ? and s.reporter = ?
                and s.period ~ '^[0-9]{4}$' and (?::text is null or s.period = ?)
                and exists (select 1 from observation o where o.slice_id = s.id
                  and o.classification = s.classification and o.year = s.year
                  and o.from_revision <= ? and (o.to_revision is null or o.to_revision > ?)))
            select distinct y.period, o.product from years y join observation o
              on o.slice_id = y.id and o.classification = y.classification and o.year = y.year
            where y.period = (select max(period) from years)
              and (y.classification <> 'HS' or length(o.product) = 6)
              and o.from_revision <= ? and (o.to_revision is null or o.to_revision > ?)
            order by o.product
            """,
            row -> new String[] {row.getString(1), row.getString(2)},
            report.classification(),
            report.importer(),
            period,
            period,
            report.revision(),
            report.revision(),
            report.revision(),
            report.revision());
    return found.stream()
        .findFirst()
        .map(
            first ->
                new Asked(
                    new Wanted(
                        report.classification(),
                        found.stream().map(row -> row[1]).toList(),
                        report.revision()),
                    first[0]));
  }
}

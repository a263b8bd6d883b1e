package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ecosec.platform.sql.Sql;
import org.ecosec.trade.indicator.Concentrations.Range;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.reference.Sectors.SectorCode;
import org.ecosec.trade.reference.TradeSources;
import org.jspecify.annotations.Nullable;

/** The SQL of concentrations as known at a revision, one source for each cell. */
@ApplicationScoped
class ConcentrationQuery {

  private static final String KEY = "reporter, classification, product, freq, period";
  private static final String CELL_KEY =
      "cell.reporter, cell.classification, cell.product, cell.freq, cell.period";
  private static final String PREFERRED =
      " order by array_position(?::text[], source) nulls last, source, edition desc";
  private static final String SERIES =
      """
       from concentration n where n.reporter = c.reporter and n.classification = c.classification
        and n.product = c.product and n.freq = c.freq and n.source = c.source
        and n.from_revision <= ? and (n.to_revision is null or n.to_revision > ?)
      """;

  private final IndicatorConfig config;
  private final Sectors sectors;
  private final TradeSources sources;

  ConcentrationQuery(IndicatorConfig config, Sectors sectors, TradeSources sources) {
    this.config = config;
    this.sectors = sectors;
    this.sources = sources;
  }

  Sql list(ConcentrationFilter filter, Range range) {
    var sql = cells(range.revision());
    if (range.sort() == null && filter.verdict == null) {
      page(sql, filter, range);
    } else {
      all(sql, filter, range);
      verdict(sql, filter.verdict);
    }
    order(sql, range);
    return sql;
  }

  /** Some cells of a filter, in their order. */
  Sql at(List<SectorRanks.Place> cells, ConcentrationFilter filter, long revision) {
    var sql =
        cells(revision)
            .add("unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality")
            .add(" k (reporter, classification, product, freq, period, place)");
    sql.add("", cells.stream().map(SectorRanks.Place::importer).toList())
        .add("", cells.stream().map(SectorRanks.Place::classification).toList())
        .add("", cells.stream().map(SectorRanks.Place::product).toList())
        .add("", cells.stream().map(SectorRanks.Place::freq).toList())
        .add("", cells.stream().map(SectorRanks.Place::period).toList());
    speaking(sql, filter, new Range(revision, null, null, cells.size()));
    return sql.add(" order by k.place");
  }

  /** The keys and values of all cells of a filter, in the order of the keys. */
  Sql imported(ConcentrationFilter filter, long revision, int limit) {
    var sql = new Sql().add("select distinct on (" + KEY + ") " + KEY + ", total_usd");
    sql.add(" from concentration c where true");
    narrow(sql, filter, new Range(revision, null, null, limit));
    return sql.add(" order by " + KEY + PREFERRED.replace(" order by ", ", "), sources.preference())
        .add(" limit ?", limit);
  }

  private static Sql cells(long revision) {
    return new Sql()
        .add("select cell.*, (select published_at from revision where number = from_revision)")
        .add(" as vintage, (select max(n.period)")
        .add(SERIES.replace("c.", "cell."), revision, revision)
        .add(") as data_through from ");
  }

  // In the order of the index, so that sorting the sources of a key ends with the page.
  private void page(Sql sql, ConcentrationFilter filter, Range range) {
    speakers(sql, filter, range);
    sql.add(" limit ?) cell", range.limit());
  }

  private void speaking(Sql sql, ConcentrationFilter filter, Range range) {
    sql.add(" cross join lateral (select * from concentration c where c.reporter = k.reporter")
        .add(" and c.classification = k.classification and c.product = k.product")
        .add(" and c.freq = k.freq and c.period = k.period");
    narrow(sql, filter, range);
    sql.add(PREFERRED + " limit 1) cell", sources.preference());
  }

  private void all(Sql sql, ConcentrationFilter filter, Range range) {
    speakers(sql, filter, range);
    sql.add(") cell where true");
  }

  private void speakers(Sql sql, ConcentrationFilter filter, Range range) {
    sql.add("(select distinct on (" + KEY + ") * from concentration c where true");
    narrow(sql, filter, range);
    sql.add(" order by " + KEY + PREFERRED.replace(" order by ", ", "), sources.preference());
  }

  private void narrow(Sql sql, ConcentrationFilter filter, Range range) {
    sql.add(" and c.from_revision <= ?", range.revision())
        .add(" and (c.to_revision is null or c.to_revision > ?)", range.revision())
        .given(" and c.reporter = ?", filter.importer)
        .given(" and c.product = ?", filter.product)
        .given(" and c.classification = ?", filter.classification)
        .given(" and c.freq = ?", filter.freq)
        .given(" and c.source = ?", filter.source)
        .given(" and c.period = ?", filter.period)
        .given(" and c.period >= ?", filter.from)
        .given(" and c.period <= ?", filter.to);
    if (filter.sector != null) {
      var codes = sectors.at(range.revision()).in(filter.sector);
      sql.add(" and c.product = any(?)", codes.stream().map(SectorCode::code).toList());
      sql.add(
          " and c.classification || ' ' || c.product = any(?)",
          codes.stream().map(code -> code.classification() + " " + code.code()).toList());
    }
    if (filter.newest) {
      sql.add(" and not exists (select 1")
          .add(SERIES, range.revision(), range.revision())
          .add(" and n.period > c.period)");
    }
    // Known before sources are chosen from, so that the index starts at the right place.
    if (range.sort() == null && range.after() != null) {
      sql.add(
          " and (c.reporter, c.classification, c.product, c.freq, c.period) > (?, ?, ?, ?, ?)",
          range.after().toArray());
    }
  }

  // As Figures.verdict has it: strict, with its guard.
  private void verdict(Sql sql, @Nullable String verdict) {
    if (verdict == null) {
      return;
    }
    double limit = config.concentrationThreshold() + 1e-12;
    switch (verdict) {
      case "CONCENTRATED" -> sql.add(" and hhi_lower > ?", limit);
      case "NOT_CONCENTRATED" -> sql.add(" and hhi_upper <= ?", limit);
      case "NONE" ->
          sql.add(" and (hhi_lower is null or (hhi_lower <= ? and hhi_upper > ?))", limit, limit);
      default -> sql.add(" and false");
    }
  }

  private static void order(Sql sql, Range range) {
    if (range.sort() == null) {
      sql.add(" order by " + CELL_KEY + " limit ?", range.limit());
      return;
    }
    var column = range.sort().column();
    if (range.after() != null) {
      sql.add(
          " and (" + column + ", " + CELL_KEY + ") > (?::numeric, ?, ?, ?, ?, ?)",
          range.after().toArray());
    }
    sql.add(" order by " + column + ", " + CELL_KEY + " limit ?", range.limit());
  }
}

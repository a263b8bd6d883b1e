package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.sql.Sql;
import org.ecosec.trade.reference.Products;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.reference.Sectors.SectorCode;
import org.ecosec.trade.reference.TradeSources;
import org.jspecify.annotations.Nullable;

/** Reads concentrations as known at a revision, one source for each cell. */
@ApplicationScoped
class Concentrations {

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

  private final Database database;
  private final StoredConcentrations stored;
  private final IndicatorConfig config;
  private final Products products;
  private final Sectors sectors;
  private final TradeSources sources;

  Concentrations(
      Database database,
      StoredConcentrations stored,
      IndicatorConfig config,
      Products products,
      Sectors sectors,
      TradeSources sources) {
    this.database = database;
    this.stored = stored;
    this.config = config;
    this.products = products;
    this.sectors = sectors;
    this.sources = sources;
  }

  /** What to read: of which revision, in which order, after which item, and how many. */
  record Range(
      long revision, @Nullable ConcentrationSort sort, @Nullable List<String> after, int limit) {}

  List<ConcentrationView> find(ConcentrationFilter filter, Range range) {
    var sql =
        new Sql()
            .add("select cell.*, (select published_at from revision where number = from_revision)")
            .add(" as vintage, (select max(n.period)")
            .add(SERIES.replace("c.", "cell."), range.revision(), range.revision())
            .add(") as data_through from ");
    if (range.sort() == null && filter.verdict == null) {
      page(sql, filter, range);
    } else {
      all(sql, filter, range);
      verdict(sql, filter.verdict);
    }
    order(sql, range);
    return database.list(sql.text(), this::view, sql.parameters());
  }

  // The keys of a page come from the index in its order; the source that speaks is chosen for them
  // alone. Asked together, the importer's cells would all be sorted first.
  private void page(Sql sql, ConcentrationFilter filter, Range range) {
    sql.add("(select distinct c.reporter, c.classification, c.product, c.freq, c.period")
        .add(" from concentration c where true");
    narrow(sql, filter, range);
    sql.add(" order by " + KEY + " limit ?) k", range.limit())
        .add(" cross join lateral (select * from concentration c where c.reporter = k.reporter")
        .add(" and c.classification = k.classification and c.product = k.product")
        .add(" and c.freq = k.freq and c.period = k.period");
    narrow(sql, filter, range);
    sql.add(PREFERRED + " limit 1) cell where true", sources.preference());
  }

  private void all(Sql sql, ConcentrationFilter filter, Range range) {
    sql.add("(select distinct on (" + KEY + ") * from concentration c where true");
    narrow(sql, filter, range);
    sql.add(" order by " + KEY + PREFERRED.replace(" order by ", ", "), sources.preference())
        .add(") cell where true");
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
      sql.add(" and (" + column + ", " + CELL_KEY + ") > (?::numeric, ?, ?, ?, ?, ?)");
      range.after().forEach(part -> sql.add("", part));
    }
    sql.add(" order by " + column + ", " + CELL_KEY + " limit ?", range.limit());
  }

  private ConcentrationView view(ResultSet row) throws SQLException {
    var figures = stored.figures(row);
    var top = figures.top1();
    var classification = row.getString("classification");
    var product = row.getString("product");
    var edition = row.getString("edition");
    return new ConcentrationView(
        row.getString("reporter"),
        product,
        products.name(classification, product),
        classification,
        edition.isEmpty() ? null : edition,
        row.getString("freq"),
        row.getString("period"),
        figures.hhi(),
        ConcentrationView.points(figures.hhi()),
        figures.hhiLower(),
        figures.hhiUpper(),
        figures.hhiNormalised(),
        figures.effectiveSuppliers(),
        top,
        figures.top3Share(),
        figures.suppliers(),
        top == null ? null : top.valueUsd(),
        top == null ? null : top.shareOfWorld(),
        figures.quantity(),
        figures.coverage(),
        figures.totalUsd(),
        figures.unallocatedUsd(),
        figures.residualUsd(),
        figures.reImportsUsd(),
        Threshold.rule("hhi", config.concentrationThreshold(), config.concentrationCitation()),
        figures.verdict(),
        figures.reason(),
        Confidence.of(
            top != null, figures.coverage(), figures.unallocatedUsd(), figures.totalUsd()),
        List.of(),
        null,
        "/trade/v1/concentrations/%s/%s/%s/%s?source=%s"
            .formatted(
                row.getString("reporter"),
                classification,
                product,
                row.getString("period"),
                row.getString("source")),
        row.getString("source"),
        row.getString("data_through"),
        row.getObject("vintage", OffsetDateTime.class).toInstant(),
        IndicatorChanged.METHOD,
        row.getLong("from_revision"));
  }
}

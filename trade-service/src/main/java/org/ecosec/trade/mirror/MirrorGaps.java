package org.ecosec.trade.mirror;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.sql.Sql;
import org.ecosec.trade.indicator.IndicatorConfig;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Products;
import org.ecosec.trade.reference.TradeSources;
import org.jspecify.annotations.Nullable;

/** Puts what an importer reports beside what its exporters report, one source for each side. */
@ApplicationScoped
class MirrorGaps {

  static final int KEY_PARTS = 6;

  private static final String KEY = "importer, exporter, classification, product, freq, period";

  private final Database database;
  private final Products products;
  private final Economies economies;
  private final TradeSources sources;
  private final IndicatorConfig config;

  MirrorGaps(
      Database database,
      Products products,
      Economies economies,
      TradeSources sources,
      IndicatorConfig config) {
    this.database = database;
    this.products = products;
    this.economies = economies;
    this.sources = sources;
    this.config = config;
  }

  List<MirrorGapView> find(
      MirrorGapFilter filter, long revision, @Nullable List<String> after, int limit) {
    var sql = new Sql().add("with imported as (");
    side(sql, filter, revision, true);
    sql.add("), exported as (");
    side(sql, filter, revision, false);
    sql.add(
        """
        ), re_exported as (
          select distinct s.reporter, s.freq, s.period from slice s
          where s.flow = 'RE_EXPORT' and s.reporter in (select exporter from exported))
        select i.value_usd as import_usd, i.valuation as import_valuation, i.source as import_source,
          i.edition as import_edition, e.value_usd as export_usd, e.valuation as export_valuation,
          e.source as export_source, e.edition as export_edition,
          greatest(i.from_revision, e.from_revision) as revision,
        """);
    sql.add(" exists (select 1 from re_exported r where r.reporter = exporter and r.freq = i.freq");
    sql.add(" and r.period = i.period) as re_exports, " + KEY);
    sql.add(" from imported i full join exported e using (" + KEY + ") where true");
    if (after != null) {
      sql.add(" and (" + KEY + ") > (?, ?, ?, ?, ?, ?)", after.toArray());
    }
    sql.add(" order by " + KEY + " limit ?", limit);
    return database.list(sql.text(), this::view, sql.parameters());
  }

  private void side(Sql sql, MirrorGapFilter filter, long revision, boolean imports) {
    var importer = imports ? "s.reporter" : "o.partner";
    var exporter = imports ? "o.partner" : "s.reporter";
    sql.add("select distinct on (" + importer + ", " + exporter)
        .add(", s.classification, o.product, s.freq, s.period) " + importer + " as importer, ")
        .add(exporter + " as exporter, s.classification, o.product, s.freq, s.period, s.source,")
        .add(" s.edition, o.value_usd, o.valuation, o.from_revision from slice s")
        .add(" join observation o on o.slice_id = s.id and o.classification = s.classification")
        .add(" and o.year = s.year where s.flow = ?", imports ? "IMPORT" : "EXPORT")
        .add(" and o.from_revision <= ?", revision)
        .add(" and (o.to_revision is null or o.to_revision > ?)", revision)
        .add(" and o.partner = any(?)", economies.suppliers())
        .add(" and o.partner <> s.reporter and o.value_usd > 0")
        .given(" and " + importer + " = ?", filter.importer)
        .given(" and " + exporter + " = ?", filter.exporter)
        .given(" and o.product = ?", filter.product)
        .given(" and s.classification = ?", filter.classification)
        .given(" and s.freq = ?", filter.freq)
        .given(" and s.period = ?", filter.period)
        .given(" and s.period >= ?", filter.from)
        .given(" and s.period <= ?", filter.to)
        .add(" order by " + importer + ", " + exporter + ", s.classification, o.product, s.freq,")
        .add(" s.period, array_position(?::text[], s.source) nulls last", sources.preference())
        .add(", s.source, s.edition desc");
  }

  private MirrorGapView view(ResultSet row) throws SQLException {
    var flow =
        new MirrorFlow(
            row.getString("importer"),
            row.getString("exporter"),
            row.getString("freq"),
            MirrorFlow.Report.of(row, "import"),
            MirrorFlow.Report.of(row, "export"),
            row.getBoolean("re_exports"));
    var classification = row.getString("classification");
    var product = row.getString("product");
    var figures = flow.figures(config.cifOverFob());
    return new MirrorGapView(
        flow.importer(),
        flow.exporter(),
        classification,
        product,
        products.name(classification, product),
        flow.freq(),
        row.getString("period"),
        flow.imported() == null ? null : flow.imported().valueUsd(),
        flow.imported() == null ? null : flow.imported().valuation(),
        flow.imported() == null ? null : flow.imported().source(),
        flow.exported() == null ? null : flow.exported().valueUsd(),
        flow.exported() == null ? null : flow.exported().valuation(),
        flow.exported() == null ? null : flow.exported().source(),
        figures.ratio(),
        figures.ratioAtFob(),
        figures.logGap(),
        config.cifOverFob(),
        config.cifOverFobCitation(),
        flow.missing(),
        flow.reasons(figures),
        MirrorGapView.METHOD,
        row.getLong("revision"));
  }
}

package org.ecosec.trade.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.TradeSources;
import org.ecosec.trade.scenario.TradeYear.Basis;
import org.ecosec.trade.scenario.TradeYear.ExporterTrade;
import org.ecosec.trade.scenario.TradeYear.ImporterTrade;
import org.ecosec.trade.scenario.TradeYear.ProductTrade;

/** Reads a year's trade of some products as known at a revision, one source for each reporter. */
@ApplicationScoped
class TradeYears {

  private static final String ROWS =
      """
      select o.product, s.reporter, s.source, s.edition, o.partner, o.value_usd, o.net_weight_kg
      from slice s join observation o
        on o.slice_id = s.id and o.classification = s.classification and o.year = s.year
      where s.flow = ? and s.freq = 'A' and s.period = ? and s.classification = ?
        and o.classification = ? and o.year = ? and o.product = any(?)
        and o.from_revision <= ? and (o.to_revision is null or o.to_revision > ?)
      """;

  private final Database database;
  private final Economies economies;
  private final TradeSources sources;
  private final KnownProductions production;

  TradeYears(
      Database database, Economies economies, TradeSources sources, KnownProductions production) {
    this.database = database;
    this.economies = economies;
    this.sources = sources;
    this.production = production;
  }

  /** Which products at which revision. */
  record Wanted(String classification, List<String> products, long revision) {}

  TradeYear of(Wanted wanted, String period) {
    var imports = reports("IMPORT", wanted, period);
    var exports = reports("EXPORT", wanted, period);
    var reExports = reports("RE_EXPORT", wanted, period);
    var productions = production.of(wanted, Integer.parseInt(period));
    var products = new TreeMap<String, ProductTrade>();
    for (String product : wanted.products()) {
      var reports = imports.getOrDefault(product, Map.of()).values();
      var importers = reports.stream().map(TradeReport::importer).toList();
      var made = Made.of(productions.get(product), reports);
      products.put(
          product,
          new ProductTrade(
              importers,
              exporters(
                  importers,
                  exports.getOrDefault(product, Map.of()),
                  reExports.getOrDefault(product, Map.of()),
                  made)));
    }
    return new TradeYear(period, products);
  }

  private static List<ExporterTrade> exporters(
      List<ImporterTrade> importers,
      Map<String, TradeReport> exports,
      Map<String, TradeReport> reExports,
      Made made) {
    var found = new TreeMap<String, ExporterTrade>();
    var mirrored = new HashMap<String, BigDecimal>();
    importers.forEach(
        importer ->
            importer
                .bySupplier()
                .forEach((from, usd) -> mirrored.merge(from, usd, BigDecimal::add)));
    mirrored.forEach(
        (exporter, usd) ->
            found.put(exporter, new ExporterTrade(exporter, usd, Basis.MIRROR, made.by(exporter))));
    exports.forEach(
        (exporter, report) -> {
          var reExported =
              Optional.ofNullable(reExports.get(exporter))
                  .filter(other -> other.source().equals(report.source()))
                  .map(TradeReport::total)
                  .orElse(BigDecimal.ZERO);
          var own = report.total().subtract(reExported).max(BigDecimal.ZERO);
          found.put(exporter, new ExporterTrade(exporter, own, Basis.REPORTED, made.by(exporter)));
        });
    return List.copyOf(found.values());
  }

  /** By product and reporter, from the source that speaks for the reporter. */
  private Map<String, Map<String, TradeReport>> reports(String flow, Wanted wanted, String period) {
    var candidates = new HashMap<TradeReport.Key, TradeReport>();
    database.each(
        ROWS,
        row ->
            candidates
                .computeIfAbsent(
                    new TradeReport.Key(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                    TradeReport::new)
                .add(economies.of(row.getString(5)), row.getBigDecimal(6), row.getBigDecimal(7)),
        flow,
        period,
        wanted.classification(),
        wanted.classification(),
        Integer.parseInt(period),
        wanted.products(),
        wanted.revision(),
        wanted.revision());
    var chosen = new HashMap<String, Map<String, TradeReport>>();
    candidates.values().stream()
        .sorted(
            Comparator.comparingInt((TradeReport report) -> rank(report.source()))
                .thenComparing(TradeReport::source)
                .thenComparing(report -> report.key.edition(), Comparator.reverseOrder()))
        .forEach(
            report ->
                chosen
                    .computeIfAbsent(report.key.product(), product -> new TreeMap<>())
                    .putIfAbsent(report.key.reporter(), report));
    return chosen;
  }

  private int rank(String source) {
    int named = sources.preference().indexOf(source);
    return named < 0 ? Integer.MAX_VALUE : named;
  }
}

package org.ecosec.trade.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.ecosec.trade.reference.TradeSources;
import org.ecosec.trade.scenario.Baseline.Basis;
import org.ecosec.trade.scenario.Baseline.ExporterTrade;
import org.ecosec.trade.scenario.Baseline.ImporterTrade;
import org.ecosec.trade.scenario.Baseline.ProductTrade;

/** Reads a year's trade of some products as known at a revision, one source for each reporter. */
@ApplicationScoped
class BaselineTrade {

  private static final String ROWS =
      """
      select o.product, s.reporter, s.source, s.edition, o.partner, o.value_usd
      from slice s join observation o
        on o.slice_id = s.id and o.classification = s.classification and o.year = s.year
      where s.flow = ? and s.freq = 'A' and s.period = ? and s.classification = ?
        and o.classification = ? and o.year = ? and o.product = any(?)
        and o.from_revision <= ? and (o.to_revision is null or o.to_revision > ?)
      order by o.product, s.reporter, s.source, s.edition, o.partner
      """;

  private final Database database;
  private final Economies economies;
  private final TradeSources sources;

  BaselineTrade(Database database, Economies economies, TradeSources sources) {
    this.database = database;
    this.economies = economies;
    this.sources = sources;
  }

  /** Which products at which revision. */
  record Wanted(String classification, List<String> products, long revision) {}

  /** The newest year for which one of the importers, or anybody if none is named, reports one. */
  Optional<String> newestYear(Wanted wanted, List<String> importers) {
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

  Baseline of(Wanted wanted, String period) {
    var imports = reports("IMPORT", wanted, period);
    var exports = reports("EXPORT", wanted, period);
    var reExports = reports("RE_EXPORT", wanted, period);
    var products = new TreeMap<String, ProductTrade>();
    for (String product : wanted.products()) {
      var importers =
          imports.getOrDefault(product, Map.of()).values().stream().map(Report::importer).toList();
      products.put(
          product,
          new ProductTrade(
              importers,
              exporters(
                  importers,
                  exports.getOrDefault(product, Map.of()),
                  reExports.getOrDefault(product, Map.of()))));
    }
    return new Baseline(period, products);
  }

  private List<ExporterTrade> exporters(
      List<ImporterTrade> importers, Map<String, Report> exports, Map<String, Report> reExports) {
    var found = new TreeMap<String, ExporterTrade>();
    var mirrored = new HashMap<String, BigDecimal>();
    importers.forEach(
        importer ->
            importer
                .bySupplier()
                .forEach((from, usd) -> mirrored.merge(from, usd, BigDecimal::add)));
    mirrored.forEach(
        (exporter, usd) -> found.put(exporter, new ExporterTrade(exporter, usd, Basis.MIRROR)));
    exports.forEach(
        (exporter, report) -> {
          var reExported =
              Optional.ofNullable(reExports.get(exporter))
                  .filter(other -> other.source.equals(report.source))
                  .map(Report::total)
                  .orElse(BigDecimal.ZERO);
          var own = report.total().subtract(reExported).max(BigDecimal.ZERO);
          found.put(exporter, new ExporterTrade(exporter, own, Basis.REPORTED));
        });
    return List.copyOf(found.values());
  }

  /** By product and reporter, from the source that speaks for the reporter. */
  private Map<String, Map<String, Report>> reports(String flow, Wanted wanted, String period) {
    var candidates = new ArrayList<Report>();
    database.each(
        ROWS,
        row -> {
          var last = candidates.isEmpty() ? null : candidates.getLast();
          var report =
              new Report(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
          if (last == null || !last.isSameAs(report)) {
            candidates.add(report);
          }
          candidates.getLast().add(economies.of(row.getString(5)), row.getBigDecimal(6));
        },
        flow,
        period,
        wanted.classification(),
        wanted.classification(),
        Integer.parseInt(period),
        wanted.products(),
        wanted.revision(),
        wanted.revision());
    var chosen = new HashMap<String, Map<String, Report>>();
    candidates.stream()
        .sorted(
            Comparator.comparingInt((Report report) -> rank(report.source))
                .thenComparing(report -> report.source)
                .thenComparing(report -> report.edition, Comparator.reverseOrder()))
        .forEach(
            report ->
                chosen
                    .computeIfAbsent(report.product, product -> new TreeMap<>())
                    .putIfAbsent(report.reporter, report));
    return chosen;
  }

  private int rank(String source) {
    int named = sources.preference().indexOf(source);
    return named < 0 ? Integer.MAX_VALUE : named;
  }

  /** What one source says of one reporter's trade in one product. */
  private static final class Report {
    final String product;
    final String reporter;
    final String source;
    final String edition;
    private final Map<String, BigDecimal> byPartner = new TreeMap<>();
    private BigDecimal world = BigDecimal.ZERO;
    private BigDecimal named = BigDecimal.ZERO;

    Report(String product, String reporter, String source, String edition) {
      this.product = product;
      this.reporter = reporter;
      this.source = source;
      this.edition = edition;
    }

    boolean isSameAs(Report other) {
      return product.equals(other.product)
          && reporter.equals(other.reporter)
          && source.equals(other.source)
          && edition.equals(other.edition);
    }

    // Re-imports are nobody's supply; unallocated partners count in the total only.
    void add(Economy partner, BigDecimal usd) {
      if (partner.code().equals(Economies.WORLD)) {
        world = usd;
      } else if (!partner.code().equals(reporter) && partner.kind() != Economy.Kind.AGGREGATE) {
        named = named.add(usd);
        if (partner.supplies()) {
          byPartner.merge(partner.code(), usd, BigDecimal::add);
        }
      }
    }

    BigDecimal total() {
      return world.max(named);
    }

    ImporterTrade importer() {
      return new ImporterTrade(reporter, source, total(), byPartner);
    }
  }
}

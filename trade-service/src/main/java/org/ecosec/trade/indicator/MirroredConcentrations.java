package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.indicator.ConcentrationView.Mirror;
import org.ecosec.trade.indicator.ConcentrationViews.CellKey;
import org.ecosec.trade.indicator.ConcentrationViews.Known;
import org.ecosec.trade.indicator.MirroredRows.Sale;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.TradeSources;

/**
 * Concentrations of an importer that does not report a period, from what its partners report to
 * have sold to it. A cell is of one side and one source, never a mixture; values are FOB, and a
 * factor that is the same for all suppliers would leave the shares as they are.
 */
@ApplicationScoped
class MirroredConcentrations {

  private static final Comparator<SupplierInput> LARGEST_FIRST =
      Comparator.comparing(SupplierInput::valueUsd)
          .reversed()
          .thenComparing(SupplierInput::partner);

  private final MirroredRows rows;
  private final ConcentrationViews views;
  private final Database database;
  private final Economies economies;
  private final TradeSources sources;
  private final IndicatorConfig config;

  MirroredConcentrations(
      MirroredRows rows,
      ConcentrationViews views,
      Database database,
      Economies economies,
      TradeSources sources,
      IndicatorConfig config) {
    this.rows = rows;
    this.views = views;
    this.database = database;
    this.economies = economies;
    this.sources = sources;
    this.config = config;
  }

  /** A product of a period, whichever source tells of it. */
  private record Product(String classification, String product, String freq, String period) {

    static Product of(Sale sale) {
      var of = sale.period();
      return new Product(of.classification(), sale.product(), of.freq(), of.period());
    }
  }

  /** Every one of a filter, with the sales that it rests on. */
  List<ConcentrationView> find(ConcentrationFilter filter, String importer, long revision) {
    var sold = speaking(rows.find(filter, revision));
    var reporters =
        rows.reporters(
            sold.stream().map(sales -> sales.getFirst().period()).distinct().toList(), revision);
    var told = told(sold);
    var found =
        sold.stream()
            .map(
                sales -> {
                  int reporting = reporters.getOrDefault(sales.getFirst().period(), 0);
                  return view(importer, sales, reporting, told);
                })
            .toList();
    return filter.newest ? newest(found) : found;
  }

  /** The sales of each product of a period, from the one source that speaks for it. */
  private List<List<Sale>> speaking(List<Sale> sales) {
    var products = new HashMap<Product, TreeMap<String, Map<String, Sale>>>();
    for (Sale sale : sales) {
      products
          .computeIfAbsent(Product.of(sale), product -> new TreeMap<>(preferred()))
          .computeIfAbsent(sale.period().source(), source -> new TreeMap<>())
          .merge(sale.exporter(), sale, MirroredConcentrations::later);
    }
    return products.values().stream()
        .map(
            bySource ->
                bySource.values().stream()
                    .filter(byExporter -> byExporter.values().stream().anyMatch(Sale::isOpen))
                    .findFirst()
                    .map(byExporter -> List.copyOf(byExporter.values()))
                    .orElse(List.of()))
        .filter(one -> !one.isEmpty())
        .toList();
  }

  // One of two rows of an exporter: the open one, of two open ones that of the newer edition.
  private static Sale later(Sale known, Sale next) {
    return next.isOpen() || !known.isOpen() ? next : known;
  }

  private Comparator<String> preferred() {
    var preference = sources.preference();
    return Comparator.<String>comparingInt(
            source -> preference.contains(source) ? preference.indexOf(source) : Integer.MAX_VALUE)
        .thenComparing(Comparator.naturalOrder());
  }

  private ConcentrationView view(
      String importer, List<Sale> sales, int reporting, Map<Long, Instant> told) {
    var first = sales.getFirst();
    var period = first.period();
    var cell = new Cell(0, importer, first.product());
    var open = sales.stream().filter(Sale::isOpen).toList();
    open.forEach(sale -> cell.add(economies.of(sale.exporter()), sale.line()));
    var figures = cell.figures(config.concentrationThreshold());
    long changed = changedAt(sales);
    var editions = open.stream().map(Sale::edition).distinct().toList();
    var view =
        views.view(
            new CellKey(
                importer,
                period.classification(),
                editions.size() == 1 ? editions.getFirst() : "",
                first.product(),
                period.freq(),
                period.period(),
                period.source()),
            reporting < config.worldReporters()
                ? figures.undecided("FEW_EXPORTERS_REPORT")
                : figures,
            new Known(period.period(), told.getOrDefault(changed, Instant.EPOCH), changed),
            new Mirror("FOB", reporting, config.cifOverFob(), config.cifOverFobCitation()));
    return view.with(
        List.of(), open.stream().map(sale -> input(sale, view)).sorted(LARGEST_FIRST).toList());
  }

  private SupplierInput input(Sale sale, ConcentrationView view) {
    var exporter = economies.of(sale.exporter());
    return new SupplierInput(
        exporter.code(),
        exporter.name(),
        SupplierInput.Role.SUPPLIER,
        sale.valueUsd(),
        SupplierInputs.share(sale.valueUsd(), view.totalUsd()),
        sale.netWeightKg(),
        sale.quantity(),
        sale.quantityUnit(),
        sale.estimated(),
        sale.fromRevision());
  }

  private static long changedAt(List<Sale> sales) {
    return sales.stream().mapToLong(Sale::changedAt).max().orElseThrow();
  }

  private Map<Long, Instant> told(List<List<Sale>> sold) {
    var told = new HashMap<Long, Instant>();
    database.each(
        "select number, published_at from revision where number = any(?::bigint[])",
        row -> told.put(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()),
        sold.stream().map(MirroredConcentrations::changedAt).distinct().toList());
    return told;
  }

  private static List<ConcentrationView> newest(List<ConcentrationView> found) {
    var last =
        found.stream()
            .collect(
                Collectors.toMap(
                    MirroredConcentrations::series,
                    ConcentrationView::period,
                    (one, other) -> one.compareTo(other) > 0 ? one : other));
    return found.stream().filter(view -> view.period().equals(last.get(series(view)))).toList();
  }

  private static List<String> series(ConcentrationView view) {
    return List.of(view.classification(), view.product(), view.freq());
  }
}

package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.indicator.math.Concentration;
import org.ecosec.trade.indicator.math.Supplies;
import org.ecosec.trade.reference.Economies;

/** How concentrated a source's exports of products are over exporters, from what it holds now. */
@ApplicationScoped
class WorldExports {

  private final Database database;
  private final Economies economies;
  private final IndicatorConfig config;

  WorldExports(Database database, Economies economies, IndicatorConfig config) {
    this.database = database;
    this.economies = economies;
    this.config = config;
  }

  /** What belongs together: all reporters of a source in one year. */
  record Group(String source, String classification, String freq, String period) {}

  /** The figures of the products that have any exporter, by product. */
  Map<String, WorldExport> compute(Group group, List<String> products) {
    var reporters = reporters(group);
    var reported = reported(group, products);
    var mirrored = mirrored(group, products);
    var found = new HashMap<String, WorldExport>();
    for (String product : products) {
      var exports = reported.getOrDefault(product, Map.of());
      var mirror = mirrored.getOrDefault(product, Map.of());
      if (!exports.isEmpty() || !mirror.isEmpty()) {
        found.put(product, figures(product, reporters, exports, mirror));
      }
    }
    return found;
  }

  // Where nobody reports exports, the importers' reports alone speak; the two are never mixed: an
  // exporter that does not report is a bound beside those that do.
  private WorldExport figures(
      String product,
      Set<String> reporters,
      Map<String, Double> exports,
      Map<String, Double> mirror) {
    boolean isMirror = exports.isEmpty();
    var supplies = new Supplies();
    double absent = 0;
    double factor = config.cifOverFob().doubleValue();
    for (var partner : new java.util.TreeMap<>(mirror).entrySet()) {
      if (isMirror) {
        supplies.add(partner.getKey(), partner.getValue() / factor);
      } else if (!reporters.contains(partner.getKey())) {
        absent += partner.getValue() / factor;
      }
    }
    new java.util.TreeMap<>(exports).forEach(supplies::add);
    double named = isMirror ? 0 : exports.values().stream().mapToDouble(v -> v).sorted().sum();
    double mirrored = isMirror ? mirror.values().stream().mapToDouble(v -> v).sorted().sum() : 0;
    double world = isMirror ? mirrored / factor : named + absent;
    var concentration =
        Concentration.of(
            new Concentration.Inputs(supplies, 0, 0, OptionalDouble.of(world)),
            config.worldExportThreshold());
    var figures =
        Figures.of(
            concentration, Figures.Quantity.of(null, null, null), config.worldExportThreshold());
    return new WorldExport(
        product,
        isMirror ? "MIRROR" : "REPORTED",
        reporters.size(),
        concentration.suppliers(),
        Figures.usd(named),
        Figures.usd(isMirror ? world : absent),
        figures.hhi(),
        figures.hhiLower(),
        figures.hhiUpper(),
        figures.effectiveSuppliers(),
        figures.top1(),
        figures.top3Share(),
        figures.coverage());
  }

  /** Who reports anything in the group: what they do not list they did not trade. */
  private Set<String> reporters(Group group) {
    return new HashSet<>(
        database.list(
            """
            select distinct reporter from slice
            where source = ? and classification = ? and freq = ? and period = ?
            """,
            row -> row.getString(1),
            group.source(),
            group.classification(),
            group.freq(),
            group.period()));
  }

  private Map<String, Map<String, Double>> reported(Group group, List<String> products) {
    return values(
        """
        select distinct on (product, reporter) product, reporter, value_usd from export_total
        where classification = ? and product = any(?) and freq = ? and period = ? and source = ?
          and to_revision is null
        order by product, reporter, edition desc
        """,
        group.classification(),
        products,
        group.freq(),
        group.period(),
        group.source());
  }

  private Map<String, Map<String, Double>> mirrored(Group group, List<String> products) {
    return values(
        """
        select o.product, o.partner, sum(o.value_usd)
        from slice s join observation o
          on o.slice_id = s.id and o.classification = s.classification and o.year = s.year
        where s.classification = ? and o.product = any(?) and s.freq = ? and s.period = ?
          and s.source = ? and s.flow = 'IMPORT' and o.partner <> s.reporter
          and o.to_revision is null
        group by o.product, o.partner
        """,
        group.classification(),
        products,
        group.freq(),
        group.period(),
        group.source());
  }

  private Map<String, Map<String, Double>> values(String sql, Object... parameters) {
    var found = new HashMap<String, Map<String, Double>>();
    database.each(
        sql,
        row -> {
          var economy = economies.of(row.getString(2));
          if (economy.supplies() && row.getDouble(3) > 0) {
            found
                .computeIfAbsent(row.getString(1), key -> new HashMap<>())
                .merge(economy.code(), row.getDouble(3), Double::sum);
          }
        },
        parameters);
    return found;
  }
}

package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.indicator.DependencyView.YearView;
import org.ecosec.trade.indicator.math.GeoDep;
import org.ecosec.trade.indicator.math.GeoDep.Answer;
import org.ecosec.trade.reference.TradeSources;
import org.jspecify.annotations.Nullable;

/** The three criteria of a year and of the two before it, for many cells at once. */
@ApplicationScoped
class DependencyYears {

  static final int YEARS = 3;

  private static final int RATIO_DECIMALS = 6;
  private static final String OPEN =
      " and n.from_revision <= ? and (n.to_revision is null or n.to_revision > ?) ";
  private static final String YEARS_OF_CELLS =
      """
      select w.place, w.period, c.hhi_lower, c.hhi_upper, c.total_usd, c.source as import_source,
        g.hhi_lower as world_lower, g.hhi_upper as world_upper, g.reporters, g.source as world_source,
        x.value_usd as exports_usd,
        exists (select 1 from slice s where s.source = c.source and s.reporter = w.importer
          and s.flow = 'EXPORT' and s.classification = w.classification and s.freq = 'A'
          and s.period = w.period) as reports_exports
      from unnest(?::text[], ?::text[], ?::text[], ?::text[])
          with ordinality w (importer, classification, product, period, place)
      left join lateral (
        select n.hhi_lower, n.hhi_upper, n.total_usd, n.source from concentration n
        where n.reporter = w.importer and n.classification = w.classification
          and n.product = w.product and n.freq = 'A' and n.period = w.period
      """
          + OPEN
          + """
          order by array_position(?::text[], n.source) nulls last, n.source, n.edition desc limit 1
        ) c on true
      left join lateral (
        select n.hhi_lower, n.hhi_upper, n.reporters, n.source from world_export n
        where n.classification = w.classification and n.product = w.product and n.freq = 'A'
          and n.period = w.period
      """
          + OPEN
          + """
          order by n.reporters < ?, array_position(?::text[], n.source) nulls last, n.source limit 1
        ) g on true
      left join lateral (
        select n.value_usd from export_total n
        where n.classification = w.classification and n.product = w.product and n.freq = 'A'
          and n.period = w.period and n.reporter = w.importer
      """
          + OPEN
          + """
          order by n.source <> c.source, array_position(?::text[], n.source) nulls last, n.source,
            n.edition desc limit 1
        ) x on true
      order by w.place
      """;

  private final Database database;
  private final TradeSources sources;
  private final IndicatorConfig config;

  DependencyYears(Database database, TradeSources sources, IndicatorConfig config) {
    this.database = database;
    this.sources = sources;
    this.config = config;
  }

  /** Three years of each cell, the asked one first, in the order of the cells. */
  List<List<YearView>> of(List<SectorRanks.Place> cells, long revision) {
    var wanted = new LinkedHashSet<Year>();
    cells.forEach(cell -> wanted.addAll(Year.of(cell)));
    var years = read(List.copyOf(wanted), revision);
    return cells.stream().map(cell -> Year.of(cell).stream().map(years::get).toList()).toList();
  }

  /** A year of an importer's product: neighbouring cells share two of their three. */
  private record Year(String importer, String classification, String product, String period) {

    static List<Year> of(SectorRanks.Place cell) {
      return IntStream.range(0, YEARS)
          .mapToObj(
              ago ->
                  new Year(
                      cell.importer(),
                      cell.classification(),
                      cell.product(),
                      earlier(cell.period(), ago)))
          .toList();
    }

    private static String earlier(String period, int years) {
      var prefix = period.startsWith("FY") ? "FY" : "";
      return prefix + (Integer.parseInt(period.substring(prefix.length())) - years);
    }
  }

  private Map<Year, YearView> read(List<Year> wanted, long revision) {
    var years = new HashMap<Year, YearView>();
    database.each(
        YEARS_OF_CELLS,
        row -> years.put(wanted.get(row.getInt("place") - 1), year(row)),
        wanted.stream().map(Year::importer).toList(),
        wanted.stream().map(Year::classification).toList(),
        wanted.stream().map(Year::product).toList(),
        wanted.stream().map(Year::period).toList(),
        revision,
        revision,
        sources.preference(),
        revision,
        revision,
        config.worldReporters(),
        sources.preference(),
        revision,
        revision,
        sources.preference());
    return years;
  }

  private YearView year(ResultSet row) throws SQLException {
    var reasons = new ArrayList<String>();
    var lower = row.getBigDecimal("hhi_lower");
    var upper = row.getBigDecimal("hhi_upper");
    var imports = row.getBigDecimal("total_usd");
    int reporters = row.getInt("reporters");
    boolean world = reporters >= config.worldReporters();
    var worldLower = world ? row.getBigDecimal("world_lower") : null;
    var worldUpper = world ? row.getBigDecimal("world_upper") : null;
    var exports = row.getBigDecimal("exports_usd");
    if (exports == null && row.getBoolean("reports_exports")) {
      // It reports its exports of the year and lists none of this product.
      exports = BigDecimal.ZERO;
    }
    var c1 = above(lower, upper, config.concentrationThreshold());
    var c2 = above(worldLower, worldUpper, config.worldExportThreshold());
    var ratio = ratio(imports, exports);
    var c3 = ratio == null ? Answer.UNKNOWN : exceeds(ratio);
    if (c1 == Answer.UNKNOWN) {
      reasons.add(lower == null ? "NO_DATA" : "BOUNDS_STRADDLE");
    }
    if (c2 == Answer.UNKNOWN) {
      reasons.add(worldLower == null ? "NO_WORLD_EXPORTS" : "WORLD_BOUNDS_STRADDLE");
    }
    if (c3 == Answer.UNKNOWN) {
      reasons.add(imports == null ? "NO_DATA" : "NO_EXPORT_REPORT");
    }
    return new YearView(
        row.getString("period"),
        c1,
        c2,
        c3,
        new GeoDep.Year(c1, c2, c3).all(),
        lower,
        upper,
        row.getString("import_source"),
        worldLower,
        worldUpper,
        reporters == 0 ? null : reporters,
        row.getString("world_source"),
        imports,
        exports,
        ratio,
        reasons.stream().distinct().toList());
  }

  private Answer exceeds(BigDecimal ratio) {
    double value = ratio.doubleValue();
    return GeoDep.above(value, value, config.importsToExportsThreshold());
  }

  private static Answer above(
      @Nullable BigDecimal lower, @Nullable BigDecimal upper, double threshold) {
    return lower == null || upper == null
        ? Answer.UNKNOWN
        : GeoDep.above(lower.doubleValue(), upper.doubleValue(), threshold);
  }

  private static @Nullable BigDecimal ratio(
      @Nullable BigDecimal imports, @Nullable BigDecimal exports) {
    if (imports == null || exports == null) {
      return null;
    }
    return new BigDecimal(GeoDep.importsToExports(imports.doubleValue(), exports.doubleValue()))
        .setScale(RATIO_DECIMALS, RoundingMode.HALF_EVEN);
  }
}

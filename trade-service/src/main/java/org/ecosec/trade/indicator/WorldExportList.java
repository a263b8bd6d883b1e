package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.sql.Sql;
import org.ecosec.trade.indicator.WorldExportView.ExporterInput;
import org.ecosec.trade.indicator.WorldExports.WorldExport;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Products;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.reference.Sectors.SectorCode;
import org.ecosec.trade.reference.TradeSources;
import org.jspecify.annotations.Nullable;

/** Reads export concentrations as known at a revision, one source for each product and year. */
@ApplicationScoped
class WorldExportList {

  static final int KEY_PARTS = 4;

  private static final String KEY = "classification, product, freq, period";
  private static final Map<String, String> SORTS =
      Map.of(
          "hhi", "hhi",
          "hhiLower", "hhi_lower",
          "hhiUpper", "hhi_upper",
          "effectiveExporters", "effective",
          "exporters", "exporters",
          "top1Share", "top1_share",
          "top3Share", "top3_share",
          "coverage", "coverage",
          "reportedUsd", "reported_usd");

  private final Database database;
  private final Sectors sectors;
  private final Products products;
  private final Economies economies;
  private final TradeSources sources;
  private final IndicatorConfig config;

  WorldExportList(
      Database database,
      Sectors sectors,
      Products products,
      Economies economies,
      TradeSources sources,
      IndicatorConfig config) {
    this.database = database;
    this.sectors = sectors;
    this.products = products;
    this.economies = economies;
    this.sources = sources;
    this.config = config;
  }

  /** An item with its place in the order, for the cursor. */
  record Placed(WorldExportView view, @Nullable String place) {}

  List<Placed> find(
      WorldExportFilter filter, long revision, @Nullable List<String> after, int limit) {
    var place = place(filter.sort);
    var sql =
        new Sql()
            .add("select cell.*, (select published_at from revision where number = from_revision)")
            .add(" as vintage from (select known.*, " + (place == null ? "null" : place))
            .add(" as place from (select distinct on (" + KEY + ") e.* from world_export e")
            .add(" where e.from_revision <= ?", revision)
            .add(" and (e.to_revision is null or e.to_revision > ?)", revision)
            .given(" and e.product = ?", filter.product)
            .given(" and e.classification = ?", filter.classification)
            .given(" and e.period = ?", filter.period)
            .given(" and e.period >= ?", filter.from)
            .given(" and e.period <= ?", filter.to)
            .given(" and e.source = ?", filter.source);
    if (filter.sector != null) {
      sql.add(
          " and e.classification || ' ' || e.product = any(?)",
          sectors.at(revision).in(filter.sector).stream().map(WorldExportList::product).toList());
    }
    sql.add(" order by " + KEY + ", e.reporters < ?", config.worldReporters());
    sql.add(", array_position(?::text[], e.source) nulls last, e.source", sources.preference());
    sql.add(") known) cell where true");
    verdict(sql, filter.verdict);
    if (after != null) {
      sql.add(
          place == null
              ? " and (" + KEY + ") > (?, ?, ?, ?)"
              : " and (place, " + KEY + ") > (?::numeric, ?, ?, ?, ?)",
          after.toArray());
    }
    sql.add(" order by " + (place == null ? "" : "place, ") + KEY + " limit ?", limit);
    return database.list(
        sql.text(), row -> new Placed(view(row), row.getString("place")), sql.parameters());
  }

  /** The exporters behind items, the largest first. */
  List<List<ExporterInput>> inputs(List<WorldExportView> views) {
    var found = new HashMap<Integer, List<ExporterInput>>();
    database.each(
        """
        select distinct on (w.place, e.value_usd, e.reporter) w.place, e.reporter, e.value_usd,
          e.from_revision
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
          with ordinality w (source, classification, product, freq, period, revision, place)
        join export_total e on e.classification = w.classification and e.product = w.product
          and e.freq = w.freq and e.period = w.period and e.source = w.source
          and e.from_revision <= w.revision and (e.to_revision is null or e.to_revision > w.revision)
        order by w.place, e.value_usd desc, e.reporter, e.edition desc
        """,
        row ->
            found
                .computeIfAbsent(row.getInt(1) - 1, key -> new ArrayList<>())
                .add(
                    new ExporterInput(
                        row.getString(2),
                        economies.of(row.getString(2)).name(),
                        row.getBigDecimal(3),
                        row.getLong(4))),
        views.stream().map(WorldExportView::source).toList(),
        views.stream().map(WorldExportView::classification).toList(),
        views.stream().map(WorldExportView::product).toList(),
        views.stream().map(WorldExportView::freq).toList(),
        views.stream().map(WorldExportView::period).toList(),
        views.stream().map(WorldExportView::revision).toList());
    var inputs = new ArrayList<List<ExporterInput>>();
    for (int i = 0; i < views.size(); i++) {
      inputs.add(found.getOrDefault(i, List.of()));
    }
    return inputs;
  }

  // What is not shown for want of reporters is not sorted by either.
  private @Nullable String place(@Nullable String sort) {
    if (sort == null) {
      return null;
    }
    boolean largestFirst = sort.startsWith("-");
    var column = SORTS.get(largestFirst ? sort.substring(1) : sort);
    if (column == null) {
      throw Problem.badRequest(
              "bad-sort", "sort is one of the figures that the API description names, or absent.")
          .at("query:sort", "is unknown");
    }
    return "coalesce(case when reporters >= %d then %s%s end, '%s'::numeric)"
        .formatted(
            config.worldReporters(), largestFirst ? "-" : "", column, ConcentrationSort.LAST);
  }

  private void verdict(Sql sql, @Nullable String verdict) {
    if (verdict == null) {
      return;
    }
    double limit = config.worldExportThreshold() + 1e-12;
    int least = config.worldReporters();
    switch (verdict) {
      case "CONCENTRATED" -> sql.add(" and reporters >= ? and hhi_lower > ?", least, limit);
      case "NOT_CONCENTRATED" -> sql.add(" and reporters >= ? and hhi_upper <= ?", least, limit);
      case "NONE" ->
          sql.add(
              " and (reporters < ? or hhi_lower is null or (hhi_lower <= ? and hhi_upper > ?))",
              least,
              limit,
              limit);
      default -> sql.add(" and false");
    }
  }

  private static String product(SectorCode code) {
    return code.classification() + " " + code.code();
  }

  private WorldExportView view(ResultSet row) throws SQLException {
    var figures = WorldExport.of(row);
    boolean world = figures.reporters() >= config.worldReporters();
    var verdict =
        world
            ? Figures.verdict(figures.hhiLower(), figures.hhiUpper(), config.worldExportThreshold())
            : null;
    var reason =
        world
            ? Figures.reason(figures.hhiLower() != null, verdict != null, figures.hhi() != null)
            : "NO_WORLD_EXPORTS";
    var classification = row.getString("classification");
    return new WorldExportView(
        figures.product(),
        products.name(classification, figures.product()),
        classification,
        row.getString("freq"),
        row.getString("period"),
        figures.basis(),
        figures.reporters(),
        figures.exporters(),
        figures.reportedUsd(),
        figures.mirroredUsd(),
        figures.coverage(),
        when(world, figures.hhi()),
        ConcentrationView.points(when(world, figures.hhi())),
        when(world, figures.hhiLower()),
        when(world, figures.hhiUpper()),
        when(world, figures.effective()),
        world ? figures.top1() : null,
        when(world, figures.top3Share()),
        Threshold.rule("hhi", config.worldExportThreshold(), config.worldExportCitation()),
        verdict,
        reason,
        world
            ? Confidence.of(
                figures.top1() != null, figures.coverage(), BigDecimal.ZERO, figures.reportedUsd())
            : Confidence.NONE,
        null,
        row.getString("source"),
        row.getObject("vintage", OffsetDateTime.class).toInstant(),
        WorldExportView.METHOD,
        row.getLong("from_revision"));
  }

  private static @Nullable BigDecimal when(boolean world, @Nullable BigDecimal value) {
    return world ? value : null;
  }
}

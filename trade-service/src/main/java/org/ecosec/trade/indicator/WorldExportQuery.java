package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.sql.Sql;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.reference.Sectors.SectorCode;
import org.ecosec.trade.reference.TradeSources;
import org.jspecify.annotations.Nullable;

/** The SQL of export concentrations as known at a revision, with the place of each in the order. */
@ApplicationScoped
class WorldExportQuery {

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

  private final Sectors sectors;
  private final TradeSources sources;
  private final IndicatorConfig config;

  WorldExportQuery(Sectors sectors, TradeSources sources, IndicatorConfig config) {
    this.sectors = sectors;
    this.sources = sources;
    this.config = config;
  }

  Sql list(WorldExportFilter filter, long revision, @Nullable List<String> after, int limit) {
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
          sectors.at(revision).in(filter.sector).stream().map(WorldExportQuery::product).toList());
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
    return sql;
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
}

package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.indicator.WorldExportView.ExporterInput;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Products;
import org.jspecify.annotations.Nullable;

/** Reads export concentrations as known at a revision, one source for each product and year. */
@ApplicationScoped
class WorldExportList {

  static final int KEY_PARTS = 4;

  private final Database database;
  private final WorldExportQuery query;
  private final Products products;
  private final Economies economies;
  private final IndicatorConfig config;

  WorldExportList(
      Database database,
      WorldExportQuery query,
      Products products,
      Economies economies,
      IndicatorConfig config) {
    this.database = database;
    this.query = query;
    this.products = products;
    this.economies = economies;
    this.config = config;
  }

  /** An item with its place in the order, for the cursor. */
  record Placed(WorldExportView view, @Nullable String place) {}

  List<Placed> find(
      WorldExportFilter filter, long revision, @Nullable List<String> after, int limit) {
    var sql = query.list(filter, revision, after, limit);
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

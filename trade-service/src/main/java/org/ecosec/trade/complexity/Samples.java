package org.ecosec.trade.complexity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.complexity.math.Complexity;
import org.ecosec.trade.complexity.math.Exports.Excluded;
import org.ecosec.trade.reference.TradeSources;
import org.jspecify.annotations.Nullable;

/** Reads solved matrices as known at a revision. */
@ApplicationScoped
class Samples {

  private static final String AT =
      """
      select * from complexity_run
      where from_revision <= ? and (to_revision is null or to_revision > ?)
        and (?::text is null or classification = ?) and (?::text is null or edition = ?)
        and (?::text is null or source = ?) and (?::text is null or period = ?)
      """;

  private final Database database;
  private final ObjectMapper json;
  private final TradeSources sources;
  private final ComplexityConfig config;

  Samples(Database database, ObjectMapper json, TradeSources sources, ComplexityConfig config) {
    this.database = database;
    this.json = json;
    this.sources = sources;
    this.config = config;
  }

  /** A run by its number. */
  record Sample(long id, SampleView view) {}

  List<SampleView> find(
      @Nullable String classification,
      ComplexityFilter filter,
      long revision,
      List<String> after,
      int limit) {
    return database.list(
        AT
            + " and (source, classification, edition, period) > (?, ?, ?, ?)"
            + " order by source, classification, edition, period limit ?",
        row -> sample(row).view(),
        revision,
        revision,
        classification,
        classification,
        filter.edition,
        filter.edition,
        filter.source,
        filter.source,
        filter.period,
        filter.period,
        after.get(0),
        after.get(1),
        after.get(2),
        after.get(3),
        limit);
  }

  /** The matrix that speaks: with indices before without, newer before older. */
  Optional<Sample> one(ComplexityFilter filter, long revision) {
    return database.first(
        AT
            + """
             order by status = 'COMPLETE' desc, period desc,
              array_position(?::text[], source) nulls last, source, edition desc limit 1
            """,
        this::sample,
        revision,
        revision,
        filter.classification,
        filter.classification,
        filter.edition,
        filter.edition,
        filter.source,
        filter.source,
        filter.period,
        filter.period,
        sources.preference());
  }

  private Sample sample(ResultSet row) throws SQLException {
    var edition = row.getString("edition");
    var status = row.getString("status");
    return new Sample(
        row.getLong("id"),
        new SampleView(
            row.getString("source"),
            row.getString("classification"),
            edition.isEmpty() ? null : edition,
            row.getString("period"),
            ComplexityRun.Basis.valueOf(row.getString("basis")),
            status,
            reason(status),
            row.getInt("economies"),
            row.getInt("products"),
            excluded(row.getString("excluded")),
            row.getBigDecimal("coverage"),
            row.getBigDecimal("second_eigenvalue"),
            row.getBigDecimal("share_near_one"),
            row.getString("method_version"),
            row.getLong("from_revision")));
  }

  /** What a matrix without indices lacks, in words. */
  private @Nullable String reason(String status) {
    if (status.equals(ComplexityRun.NO_WORLD_MATRIX)) {
      return "Complexity needs the exports of the world: at least %d economies with exports of %,.0f US$ and %d products each, %d products, and %.0f %% of what importers report. Load a file with every reporter and product of the year."
          .formatted(
              config.minimumEconomies(),
              config.minimumExportsUsd(),
              config.minimumProducts(),
              config.minimumMatrixProducts(),
              config.minimumCoverage() * 100);
    }
    return switch (Complexity.Status.valueOf(status)) {
      case COMPLETE -> null;
      case EMPTY -> "No economy or no product is left.";
      case DISCONNECTED -> "Groups of economies share no product; solve each by itself.";
      case NO_STRUCTURE -> "All economies have the same products.";
      case REPEATED_EIGENVALUE -> "Two directions explain the matrix equally well.";
      case UNDEFINED_SIGN -> "Diversity does not say which end is the complex one.";
    };
  }

  private Map<String, Excluded> excluded(String text) {
    try {
      return json.readValue(text, new TypeReference<Map<String, Excluded>>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package org.ecosec.trade.anomaly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The stored months, written when they change. */
@ApplicationScoped
class StoredAnomalies {

  private static final String OF_GROUP =
      " source = ? and reporter = ? and flow = ? and classification = ? ";
  private static final String CLOSE =
      "update anomaly set to_revision = ? where"
          + OF_GROUP
          + "and product = ? and partner = ? and metric = ? and period = ? and to_revision is null";
  private static final String ADD =
      """
      insert into anomaly (source, reporter, flow, classification, product, partner, metric, period,
        tier, direction, detector, z, observed, expected, lower, upper, reason, from_revision)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Database database;

  StoredAnomalies(Database database) {
    this.database = database;
  }

  /** What a month says now and what it said before; null where it said nothing. */
  record Change(@Nullable AnomalyFigures now, @Nullable AnomalyFigures before) {

    AnomalyFigures any() {
      return java.util.Objects.requireNonNull(now == null ? before : now);
    }
  }

  Map<AnomalyFigures.Key, AnomalyFigures> open(SeriesGroup group, Collection<String> products) {
    var open = new HashMap<AnomalyFigures.Key, AnomalyFigures>();
    database.each(
        "select * from anomaly where" + OF_GROUP + "and product = any(?) and to_revision is null",
        row -> {
          var figures = figures(row);
          open.put(figures.key(), figures);
        },
        group.source(),
        group.reporter(),
        group.flow(),
        group.classification(),
        products);
    return open;
  }

  void write(SeriesGroup group, List<Change> changes, long revision) {
    var closed = new ArrayList<@Nullable Object[]>();
    var added = new ArrayList<@Nullable Object[]>();
    for (Change change : changes) {
      var before = change.before();
      if (before != null) {
        closed.add(
            new Object[] {
              revision,
              group.source(),
              group.reporter(),
              group.flow(),
              group.classification(),
              before.product(),
              before.partner(),
              before.metric(),
              before.period()
            });
      }
      if (change.now() != null) {
        added.add(row(group, change.now(), revision));
      }
    }
    database.updateAll(CLOSE, closed);
    database.updateAll(ADD, added);
  }

  private static @Nullable Object[] row(SeriesGroup group, AnomalyFigures figures, long revision) {
    return new @Nullable Object[] {
      group.source(),
      group.reporter(),
      group.flow(),
      group.classification(),
      figures.product(),
      figures.partner(),
      figures.metric(),
      figures.period(),
      figures.tier(),
      figures.direction(),
      figures.detector(),
      figures.z(),
      figures.observed(),
      figures.expected(),
      figures.lower(),
      figures.upper(),
      figures.reason(),
      revision
    };
  }

  static AnomalyFigures figures(ResultSet row) throws SQLException {
    var reason = row.getString("reason");
    return new AnomalyFigures(
        row.getString("product"),
        row.getString("partner"),
        Metric.valueOf(row.getString("metric")),
        row.getString("period"),
        Tier.valueOf(row.getString("tier")),
        Direction.valueOf(row.getString("direction")),
        AnomalyFigures.Detector.valueOf(row.getString("detector")),
        row.getBigDecimal("z"),
        row.getBigDecimal("observed"),
        row.getBigDecimal("expected"),
        row.getBigDecimal("lower"),
        row.getBigDecimal("upper"),
        reason == null ? null : AnomalyFigures.Reason.valueOf(reason));
  }
}

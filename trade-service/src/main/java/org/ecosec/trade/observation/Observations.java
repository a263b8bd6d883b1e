package org.ecosec.trade.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.ecosec.platform.sql.Database;

/** Every reported figure, as known at a revision. */
@ApplicationScoped
class Observations {

  private static final String SELECT =
      """
      select s.source, s.reporter, s.flow, o.partner, s.classification, s.edition, o.product, s.freq,
        s.period, o.value_usd, o.net_weight_kg, o.quantity, o.quantity_unit, o.valuation,
        o.estimated, o.from_revision, o.to_revision
      from observation o join slice s
        on s.id = o.slice_id and s.classification = o.classification and s.year = o.year
      where o.from_revision <= ? and (o.to_revision is null or o.to_revision > ?)
        and (?::text is null or s.reporter = ?)
        and (?::text is null or o.partner = ?)
        and (?::text is null or s.flow = ?)
        and (?::text is null or s.classification = ?)
        and (?::text is null or o.product = ?)
        and (?::text is null or s.freq = ?)
        and (?::text is null or s.period = ?)
        and (?::text is null or s.period >= ?)
        and (?::text is null or s.period <= ?)
        and (?::text is null or s.source = ?)
        and (s.reporter, s.period, s.flow, s.source, s.classification, s.edition, o.product, o.partner)
          > (?, ?, ?, ?, ?, ?, ?, ?)
      order by s.reporter, s.period, s.flow, s.source, s.classification, s.edition, o.product, o.partner
      limit ?
      """;

  private final Database database;

  Observations(Database database) {
    this.database = database;
  }

  List<ObservationView> find(
      ObservationFilter filter, long revision, List<String> after, int limit) {
    return database.list(
        SELECT,
        row -> view(row, revision),
        revision,
        revision,
        filter.reporter,
        filter.reporter,
        filter.partner,
        filter.partner,
        filter.flow,
        filter.flow,
        filter.classification,
        filter.classification,
        filter.product,
        filter.product,
        filter.freq,
        filter.freq,
        filter.period,
        filter.period,
        filter.from,
        filter.from,
        filter.to,
        filter.to,
        filter.source,
        filter.source,
        after.get(0),
        after.get(1),
        after.get(2),
        after.get(3),
        after.get(4),
        after.get(5),
        after.get(6),
        after.get(7),
        limit);
  }

  // A later closing of the row is not part of what was known at the revision.
  private static ObservationView view(ResultSet row, long revision) throws SQLException {
    var key = ObservationEvents.key(row);
    var closed = row.getObject("to_revision", Long.class);
    return new ObservationView(
        key.source(),
        key.reporter(),
        key.flow(),
        row.getString("partner"),
        key.classification(),
        key.edition(),
        row.getString("product"),
        key.freq(),
        key.period(),
        row.getBigDecimal("value_usd"),
        row.getBigDecimal("net_weight_kg"),
        row.getBigDecimal("quantity"),
        row.getString("quantity_unit"),
        row.getString("valuation"),
        row.getBoolean("estimated"),
        row.getLong("from_revision"),
        closed == null || closed > revision ? null : closed);
  }
}

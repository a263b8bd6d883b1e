package org.ecosec.trade.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** Every reported figure, as known at a revision. */
@ApplicationScoped
class Observations {

  private static final String COLUMNS =
      """
      select s.source, s.basis, s.reporter, s.flow, o.partner, s.classification, s.edition, o.product,
        s.freq, s.period, o.value_usd, o.net_weight_kg, o.quantity, o.quantity_unit, o.valuation,
        o.estimated, o.from_revision, o.to_revision,
      """;
  private static final String STANDING =
      """
        null::text as change
      from observation o join slice s
        on s.id = o.slice_id and s.classification = o.classification and s.year = o.year
      where o.from_revision <= ? and (o.to_revision is null or o.to_revision > ?)
      """;
  // Since a revision: what stands now and did not then, and what stood then and has gone.
  private static final String CHANGED =
      """
        case when o.from_revision <= w.since then 'DELETED'
          when exists (
            select 1 from observation b where b.slice_id = o.slice_id
              and b.classification = o.classification and b.year = o.year and b.product = o.product
              and b.partner = o.partner and b.from_revision <= w.since
              and (b.to_revision is null or b.to_revision > w.since))
          then 'REVISED' else 'ADDED' end as change
      from (select ?::bigint as since, ?::bigint as now) w cross join observation o join slice s
        on s.id = o.slice_id and s.classification = o.classification and s.year = o.year
      where (
          o.from_revision > w.since and o.from_revision <= w.now
            and (o.to_revision is null or o.to_revision > w.now)
          or o.from_revision <= w.since and o.to_revision > w.since and o.to_revision <= w.now
            and not exists (
              select 1 from observation n where n.slice_id = o.slice_id
                and n.classification = o.classification and n.year = o.year
                and n.product = o.product and n.partner = o.partner and n.from_revision > w.since
                and n.from_revision <= w.now and (n.to_revision is null or n.to_revision > w.now)))
      """;
  private static final String NARROWED =
      """
        and o.year between ? and ?
        and (?::text is null or s.reporter = ?)
        and (?::text is null or o.partner = ?)
        and (?::text is null or s.flow = ?)
        and (?::text is null or o.classification = ?)
        and (?::text is null or s.edition = ?)
        and (?::text is null or o.product = ?)
        and (?::text is null or s.freq = ?)
        and (?::text is null or s.period = ?)
        and (?::text is null or s.period >= ? and (s.period like 'FY%') = (? like 'FY%'))
        and (?::text is null
          or left(s.period, length(?)) <= ? and (s.period like 'FY%') = (? like 'FY%'))
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
      ObservationFilter filter, Window window, List<String> after, int limit) {
    return database.list(
        sql(window),
        row -> view(row, window.revision()),
        parameters(filter, window, after, limit).toArray());
  }

  static String sql(Window window) {
    return COLUMNS + (window.since() == null ? STANDING : CHANGED) + NARROWED;
  }

  static List<@Nullable Object> parameters(
      ObservationFilter filter, Window window, List<String> after, int limit) {
    var parameters = new ArrayList<@Nullable Object>();
    parameters.add(window.since() == null ? window.revision() : window.since());
    parameters.add(window.revision());
    parameters.add(filter.firstYear());
    parameters.add(filter.lastYear());
    times(2, filter.reporter, parameters);
    times(2, filter.partner, parameters);
    times(2, filter.flow, parameters);
    times(2, filter.classification, parameters);
    times(2, filter.edition, parameters);
    times(2, filter.product, parameters);
    times(2, filter.freq, parameters);
    times(2, filter.period, parameters);
    times(3, filter.from, parameters);
    times(4, filter.to, parameters);
    times(2, filter.source, parameters);
    parameters.addAll(after);
    parameters.add(limit);
    return parameters;
  }

  /** The state at a revision if {@code since} is null, else what changed from there to it. */
  record Window(@Nullable Long since, long revision) {}

  private static void times(int count, @Nullable String value, List<@Nullable Object> parameters) {
    for (int i = 0; i < count; i++) {
      parameters.add(value);
    }
  }

  // A later closing of the row is not part of what was known at the revision.
  private static ObservationView view(ResultSet row, long revision) throws SQLException {
    var key = ObservationEvents.key(row);
    var closed = row.getObject("to_revision", Long.class);
    var change = row.getString("change");
    return new ObservationView(
        key.source(),
        Basis.valueOf(row.getString("basis")),
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
        closed == null || closed > revision ? null : closed,
        change == null ? null : ObservationView.Change.valueOf(change));
  }
}

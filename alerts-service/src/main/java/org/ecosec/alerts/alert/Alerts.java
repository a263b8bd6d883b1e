package org.ecosec.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.alerts.rule.Severity;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.alerts.signal.Subject;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The stored alerts in their present state. */
@ApplicationScoped
class Alerts {

  private static final String INSERT =
      """
      insert into alert (id, fingerprint, state, sequence, rule_id, rule_version, kind, severity,
        title, body, importer, product, classification, measure_id, pledge_id, products, sectors, period,
        freq, figures, handling, exercise, raised_at, changed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String UPDATE =
      """
      update alert set state = ?, sequence = ?, rule_version = ?, severity = ?, title = ?, body = ?,
        products = ?, sectors = ?, period = ?, figures = ?, handling = ?, changed_at = ?, acknowledged_at = ?, acknowledged_by = ?
      where id = ?
      """;

  private final Database sql;

  Alerts(Database sql) {
    this.sql = sql;
  }

  UUID newId() {
    return sql.first("select uuidv7()", row -> row.getObject(1, UUID.class)).orElseThrow();
  }

  /** The open alert of a fingerprint, locked for the transaction. */
  Optional<Alert> open(String fingerprint) {
    return sql.first(
        "select * from alert where fingerprint = ? and state in ('RAISED', 'ACKNOWLEDGED') for update",
        Alerts::alert,
        fingerprint);
  }

  Optional<Alert> find(UUID id) {
    return sql.first("select * from alert where id = ?", Alerts::alert, id);
  }

  Optional<Alert> locked(UUID id) {
    return sql.first("select * from alert where id = ? for update", Alerts::alert, id);
  }

  void insert(Alert alert) {
    var subject = alert.subject();
    sql.update(
        INSERT,
        alert.id(),
        alert.fingerprint(),
        alert.state(),
        alert.sequence(),
        alert.rule().id(),
        alert.rule().version(),
        alert.kind(),
        alert.severity(),
        alert.title(),
        alert.text(),
        subject.importer(),
        subject.product(),
        subject.classification(),
        subject.measureId(),
        subject.pledgeId(),
        alert.products(),
        alert.sectors(),
        alert.period(),
        alert.freq(),
        alert.figures(),
        alert.handling(),
        alert.exercise(),
        alert.raisedAt(),
        alert.changedAt());
  }

  void update(Alert alert) {
    sql.update(
        UPDATE,
        alert.state(),
        alert.sequence(),
        alert.rule().version(),
        alert.severity(),
        alert.title(),
        alert.text(),
        alert.products(),
        alert.sectors(),
        alert.period(),
        alert.figures(),
        alert.handling(),
        alert.changedAt(),
        alert.acknowledgedAt(),
        alert.acknowledgedBy(),
        alert.id());
  }

  /** Newest first, from before the id (the id rises with time), as many as the limit. */
  List<Alert> list(AlertFilter filter, @Nullable UUID before, int limit) {
    var parameters = new ArrayList<@Nullable Object>();
    var where = new StringBuilder("select * from alert where true");
    filter.addTo(where, parameters);
    if (before != null) {
      where.append(" and id < ?");
      parameters.add(before);
    }
    parameters.add(limit);
    return sql.list(
        where.append(" order by id desc limit ?").toString(), Alerts::alert, parameters.toArray());
  }

  private static Alert alert(ResultSet row) throws SQLException {
    return new Alert(
        row.getObject("id", UUID.class),
        row.getString("fingerprint"),
        AlertState.valueOf(row.getString("state")),
        row.getLong("sequence"),
        new RuleRef(row.getString("rule_id"), row.getInt("rule_version")),
        SignalKind.valueOf(row.getString("kind")),
        Severity.valueOf(row.getString("severity")),
        row.getString("title"),
        row.getString("body"),
        new Subject(
            row.getString("importer"),
            row.getString("product"),
            row.getString("classification"),
            row.getString("measure_id"),
            row.getString("pledge_id")),
        Columns.texts(row, "products"),
        Columns.texts(row, "sectors"),
        row.getString("period"),
        row.getString("freq"),
        row.getString("figures"),
        HandlingLevel.valueOf(row.getString("handling")),
        row.getBoolean("exercise"),
        Columns.requiredInstant(row, "raised_at"),
        Columns.requiredInstant(row, "changed_at"),
        Columns.instant(row, "acknowledged_at"),
        row.getString("acknowledged_by"));
  }
}

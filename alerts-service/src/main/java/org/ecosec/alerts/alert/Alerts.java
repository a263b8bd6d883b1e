package org.ecosec.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The stored alerts in their present state. */
@ApplicationScoped
class Alerts {

  private static final String INSERT =
      """
      insert into alert (id, fingerprint, state, sequence, rule_id, rule_version, kind, severity, score,
        peak, title, body, translations, importer, product, classification, measure_id, pledge_id, partner,
        thing, group_key, products, sectors, raised_period, period, freq, figures, handling, exercise,
        muted_because, muted_by, told, raised_at, changed_at, economies, everyone_but)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        ?, ?, ?, ?, ?)
      """;

  private static final String UPDATE =
      """
      update alert set state = ?, sequence = ?, rule_version = ?, severity = ?, score = ?, peak = ?,
        title = ?, body = ?, translations = ?, products = ?, sectors = ?, period = ?, figures = ?,
        handling = ?, muted_because = ?, muted_by = ?, told = ?, changed_at = ?, acknowledged_at = ?,
        acknowledged_by = ?, economies = ?, everyone_but = ?, exercise = ?
      where id = ?
      """;

  private final Database sql;

  private final AlertRow row;

  Alerts(Database sql, AlertRow row) {
    this.sql = sql;
    this.row = row;
  }

  UUID newId() {
    return sql.first("select uuidv7()", id -> id.getObject(1, UUID.class)).orElseThrow();
  }

  /** The open alerts of fingerprints, by fingerprint, locked for the transaction. */
  Map<String, Alert> open(Collection<String> fingerprints) {
    return sql
        .list(
            "select * from alert where fingerprint = any(?) and state in ('RAISED', 'ACKNOWLEDGED')"
                + " for update",
            row::alert,
            fingerprints)
        .stream()
        .collect(Collectors.toMap(Alert::fingerprint, Function.identity()));
  }

  Optional<Alert> find(UUID id) {
    return sql.first("select * from alert where id = ?", row::alert, id);
  }

  Optional<Alert> locked(UUID id) {
    return sql.first("select * from alert where id = ? for update", row::alert, id);
  }

  void insert(Alert alert) {
    var subject = alert.subject();
    var muting = alert.muting();
    sql.update(
        INSERT,
        alert.id(),
        alert.fingerprint(),
        alert.state(),
        alert.sequence(),
        alert.rule().id(),
        alert.rule().version(),
        alert.kind(),
        alert.grade().severity(),
        alert.grade().score(),
        alert.grade().peak(),
        alert.words().title(),
        alert.words().text(),
        row.text(alert.translations()),
        subject.importer(),
        subject.product(),
        subject.classification(),
        subject.measureId(),
        subject.pledgeId(),
        subject.partner(),
        subject.thing(),
        subject.group(),
        alert.products(),
        alert.sectors(),
        alert.raisedPeriod(),
        alert.period(),
        alert.freq(),
        alert.figures(),
        alert.handling(),
        alert.exercise(),
        muting == null ? null : muting.because(),
        muting == null ? null : muting.by(),
        alert.told(),
        alert.raisedAt(),
        alert.changedAt(),
        alert.economies().named(),
        alert.economies().everyoneBut());
  }

  void update(Alert alert) {
    var muting = alert.muting();
    var acknowledged = alert.acknowledged();
    sql.update(
        UPDATE,
        alert.state(),
        alert.sequence(),
        alert.rule().version(),
        alert.grade().severity(),
        alert.grade().score(),
        alert.grade().peak(),
        alert.words().title(),
        alert.words().text(),
        row.text(alert.translations()),
        alert.products(),
        alert.sectors(),
        alert.period(),
        alert.figures(),
        alert.handling(),
        muting == null ? null : muting.because(),
        muting == null ? null : muting.by(),
        alert.told(),
        alert.changedAt(),
        acknowledged == null ? null : acknowledged.at(),
        acknowledged == null ? null : acknowledged.by(),
        alert.economies().named(),
        alert.economies().everyoneBut(),
        alert.exercise(),
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
        where.append(" order by id desc limit ?").toString(), row::alert, parameters.toArray());
  }
}

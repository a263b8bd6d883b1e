package org.ecosec.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.sql.Database;

/** What else is open, or was until a short while ago. */
@ApplicationScoped
class OpenAlerts {

  private final Database sql;
  private final AlertRow rows;

  OpenAlerts(Database sql, AlertRow rows) {
    this.sql = sql;
    this.rows = rows;
  }

  /** The newest alerts of fingerprints that resolved, by fingerprint. */
  Map<String, Known.Closed> closed(Collection<String> fingerprints) {
    var closed = new HashMap<String, Known.Closed>();
    sql.each(
        "select distinct on (fingerprint) fingerprint, changed_at, peak from alert"
            + " where fingerprint = any(?) and state = 'RESOLVED' order by fingerprint, id desc",
        row ->
            closed.put(
                row.getString("fingerprint"),
                new Known.Closed(
                    Columns.requiredInstant(row, "changed_at"), row.getBigDecimal("peak"))),
        fingerprints);
    return closed;
  }

  /** The open alerts that nobody is told of, as long as they are so many. */
  List<Alert> muted(int limit) {
    return sql.list(
        "select * from alert where muted_because is not null"
            + " and state in ('RAISED', 'ACKNOWLEDGED') order by id limit ? for update",
        rows::alert,
        limit);
  }

  /** The open alerts whose rule is switched off in its newest version. */
  List<Alert> withoutRule(int limit) {
    return sql.list(
        """
        select a.* from alert a where a.state in ('RAISED', 'ACKNOWLEDGED') and (
          select not (v.body::json->>'enabled')::boolean from rule_version v
          where v.rule_id = a.rule_id order by v.version desc limit 1)
        order by a.id limit ? for update
        """,
        rows::alert,
        limit);
  }

  /** The open alert, no exercise, about an importer under a measure on one of the products. */
  Optional<UUID> exposureOver(String importer, List<String> products) {
    return sql.first(
        """
        select a.id from alert a
        where a.kind = 'MEASURE_EXPOSURE' and a.state in ('RAISED', 'ACKNOWLEDGED') and a.importer = ?
          and not a.exercise and exists (select from unnest(a.products) covered, unnest(?::text[]) product
            where starts_with(product, covered))
        order by a.id limit 1
        """,
        row -> row.getObject(1, UUID.class),
        importer,
        products);
  }

  /**
   * The open alert of the same rule about the widest heading that holds the product: what its
   * fingerprint would be is looked up, for each heading at once.
   */
  Optional<UUID> headingOver(Alert alert) {
    return sql.first(
        """
        select id from alert
        where fingerprint = any(?) and state in ('RAISED', 'ACKNOWLEDGED')
        order by length(product), id limit 1
        """,
        row -> row.getObject(1, UUID.class),
        alert.subject().headings().stream()
            .map(heading -> alert.rule().id() + "|" + heading.identity())
            .toList());
  }
}

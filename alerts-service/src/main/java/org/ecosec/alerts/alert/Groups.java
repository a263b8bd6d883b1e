package org.ecosec.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ecosec.alerts.rule.Severity;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.sql.Database;

/** Open alerts gathered under a measure or a heading. */
@ApplicationScoped
class Groups {

  private static final String SELECT =
      """
      select group_key, count(*) as alerts, count(muted_because) as not_told, max(changed_at) as changed_at,
        (array_agg(severity order by array_position(?::text[], severity) desc, score desc nulls last, id))[1]
          as worst,
        (array_agg(title order by array_position(?::text[], severity) desc, score desc nulls last, id))[1]
          as title,
        array_remove(array_agg(distinct importer order by importer), null) as importers,
        array(select distinct p from alert a, unnest(a.products) p
          where a.group_key = alert.group_key and a.state in ('RAISED', 'ACKNOWLEDGED')
          order by p limit 50) as products
      from alert
      where group_key > ? and state in ('RAISED', 'ACKNOWLEDGED')
      group by group_key order by group_key limit ?
      """;

  private final Database sql;

  Groups(Database sql) {
    this.sql = sql;
  }

  List<GroupView> after(String group, int limit) {
    var ascending = List.of(Severity.values()).stream().map(Enum::name).toList();
    return sql.list(
        SELECT,
        row ->
            new GroupView(
                row.getString("group_key"),
                row.getInt("alerts"),
                row.getInt("not_told"),
                Severity.valueOf(row.getString("worst")),
                row.getString("title"),
                Columns.texts(row, "importers"),
                Columns.texts(row, "products"),
                Columns.requiredInstant(row, "changed_at")),
        ascending,
        ascending,
        group,
        limit);
  }
}

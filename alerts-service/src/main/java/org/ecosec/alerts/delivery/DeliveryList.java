package org.ecosec.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** Reads deliveries for those who ask after them. */
@ApplicationScoped
class DeliveryList {

  /** Whose, of which subscription, in which state; all where null. */
  record Wanted(@Nullable UUID owner, @Nullable UUID subscription, @Nullable String state) {}

  private final Database sql;

  DeliveryList(Database sql) {
    this.sql = sql;
  }

  /** Newest first, from before an id. */
  List<DeliveryView> before(@Nullable UUID id, Wanted wanted, int limit) {
    return sql.list(
        """
        select d.*, e.sequence from delivery d join subscription s on s.id = d.subscription_id
          left join alert_event e on e.position = d.position
        where (?::uuid is null or d.id < ?::uuid) and (?::uuid is null or s.owner = ?::uuid)
          and (?::uuid is null or d.subscription_id = ?::uuid) and (?::text is null or d.state = ?)
        order by d.id desc limit ?
        """,
        DeliveryView::of,
        id,
        id,
        wanted.owner(),
        wanted.owner(),
        wanted.subscription(),
        wanted.subscription(),
        wanted.state(),
        wanted.state(),
        limit);
  }
}

package org.ecosec.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** How it goes with the subscribers' endpoints, and the end of those that are no use. */
@ApplicationScoped
class Endpoints {

  /** One that is told no more. */
  record Disabled(
      UUID subscriptionId, @Nullable UUID owner, HandlingLevel handling, String reason) {}

  private final Database sql;
  private final Clock clock;

  Endpoints(Database sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void failed(Collection<UUID> subscriptions) {
    sql.update(
        "update endpoint set failing_since = coalesce(failing_since, ?), suspect = true"
            + " where subscription_id = any(?::text[]::uuid[])",
        clock.instant(),
        texts(subscriptions));
  }

  void answered(Collection<UUID> subscriptions, boolean slowly) {
    sql.update(
        "update endpoint set failing_since = null, suspect = ?"
            + " where subscription_id = any(?::text[]::uuid[])"
            + " and (failing_since is not null or suspect <> ?)",
        slowly,
        texts(subscriptions),
        slowly);
  }

  /** Those of the given that have not answered well for so long. */
  List<Disabled> disableFailing(Collection<UUID> subscriptions, Duration limit) {
    return sql.list(
        """
        update subscription s set state = 'DISABLED', reason = 'ENDPOINT_FAILING', changed_at = ?
        from endpoint e
        where e.subscription_id = s.id and s.id = any(?::text[]::uuid[]) and s.state = 'ACTIVE'
          and e.failing_since <= ? returning s.id, s.owner, s.handling, s.reason
        """,
        Endpoints::disabled,
        clock.instant(),
        texts(subscriptions),
        clock.instant().minus(limit));
  }

  List<Disabled> disable(Collection<UUID> subscriptions, String reason) {
    return sql.list(
        """
        update subscription set state = 'DISABLED', reason = ?, changed_at = ?
        where id = any(?::text[]::uuid[]) and state in ('ACTIVE', 'PENDING')
        returning id, owner, handling, reason
        """,
        Endpoints::disabled,
        reason,
        clock.instant(),
        texts(subscriptions));
  }

  /** Since when it is disabled; told when it is told again. */
  void markDisabled(UUID subscription) {
    sql.update(
        "update endpoint set disabled_at = coalesce(disabled_at, failing_since, ?), consent_due_at"
            + " = null where subscription_id = ?",
        clock.instant(),
        subscription);
  }

  private static Disabled disabled(ResultSet row) throws SQLException {
    return new Disabled(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        HandlingLevel.valueOf(row.getString(3)),
        row.getString(4));
  }

  private static List<String> texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toList();
  }
}

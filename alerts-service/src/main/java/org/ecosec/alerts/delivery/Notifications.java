package org.ecosec.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ecosec.alerts.alert.AlertChange;
import org.ecosec.alerts.delivery.NotificationView.AttemptView;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** Reads who was told of an alert. */
@ApplicationScoped
public class Notifications {

  private static final String SELECT =
      """
      with fate as (
        select d.id, d.position, d.subscription_id, d.state, d.channel, d.reason, d.created_at,
          d.finished_at, d.next_attempt_at
        from delivery d where d.alert_id = ?
        union all
        select null, n.position, o.id, 'NOT_TOLD', s.channel, n.reason, n.at, n.at, null
        from not_told n cross join unnest(n.subscriptions) o (id) join subscription s on s.id = o.id
        where n.alert_id = ? and not exists (
          select from delivery d where d.position = n.position and d.subscription_id = o.id))
      select f.*, e.sequence, e.change from fate f join alert_event e on e.position = f.position
      where (?::timestamptz is null or f.created_at <= ?::timestamptz)
        and (?::bigint is null or (e.sequence, f.subscription_id) > (?::bigint, ?::uuid))
      order by e.sequence, f.subscription_id limit ?
      """;

  private final Database sql;

  Notifications(Database sql) {
    this.sql = sql;
  }

  /** All of an alert that were settled by an instant, or by now for null. */
  public List<NotificationView> of(UUID alertId, @Nullable Instant by, int limit) {
    return after(alertId, by, null, null, limit);
  }

  /** Those after a sequence and a subscription, which order them. */
  List<NotificationView> after(
      UUID alertId,
      @Nullable Instant by,
      @Nullable Long sequence,
      @Nullable UUID subscriptionId,
      int limit) {
    var attempts = attempts(alertId);
    return sql.list(
        SELECT,
        row -> {
          var id = row.getObject("id", UUID.class);
          return view(row, id == null ? List.of() : attempts.getOrDefault(id, List.of()));
        },
        alertId,
        alertId,
        by,
        by,
        sequence,
        sequence,
        subscriptionId,
        limit);
  }

  private static NotificationView view(ResultSet row, List<AttemptView> attempts)
      throws SQLException {
    var state = DeliveryState.valueOf(row.getString("state"));
    boolean told = state == DeliveryState.DELIVERED;
    return new NotificationView(
        row.getObject("subscription_id", UUID.class),
        row.getLong("sequence"),
        AlertChange.valueOf(row.getString("change")),
        told,
        state,
        row.getString("channel"),
        row.getString("reason"),
        Columns.requiredInstant(row, "created_at"),
        told ? Columns.instant(row, "finished_at") : null,
        Columns.instant(row, "next_attempt_at"),
        attempts);
  }

  private Map<UUID, List<AttemptView>> attempts(UUID alertId) {
    var byDelivery = new HashMap<UUID, List<AttemptView>>();
    sql.list(
        """
        select a.* from delivery_attempt a join delivery d on d.id = a.delivery_id
        where d.alert_id = ? order by a.delivery_id, a.number
        """,
        row ->
            byDelivery
                .computeIfAbsent(row.getObject("delivery_id", UUID.class), id -> new ArrayList<>())
                .add(attempt(row)),
        alertId);
    return byDelivery;
  }

  private static AttemptView attempt(ResultSet row) throws SQLException {
    return new AttemptView(
        row.getInt("number"),
        Columns.requiredInstant(row, "at"),
        AttemptOutcome.valueOf(row.getString("outcome")),
        row.getObject("status", Integer.class),
        row.getString("detail"),
        row.getLong("duration_ms"));
  }
}

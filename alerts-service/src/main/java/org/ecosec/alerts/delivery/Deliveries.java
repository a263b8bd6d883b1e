package org.ecosec.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ecosec.alerts.alert.AlertChanged;
import org.ecosec.alerts.subscription.Subscriptions.Addressee;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The stored deliveries and their attempts; also those that were not to be. */
@ApplicationScoped
class Deliveries {

  /** A delivery that this process may work on until its lease ends. */
  record Leased(UUID id, long position, UUID subscriptionId, int attempts) {

    /** The same at every attempt, so that a receiver knows a repeat. */
    String webhookId() {
      return "msg_" + id;
    }
  }

  // Per subscriber a few at a time, and of one alert only the oldest, so that its states arrive in
  // order.
  private static final String LEASE =
      """
      with due as (
        select d.id from (select distinct subscription_id as id from delivery where state = 'PENDING') s
        cross join lateral (
          select p.id from delivery p
          where p.subscription_id = s.id and p.state = 'PENDING' and p.next_attempt_at <= ?
            and (p.leased_until is null or p.leased_until <= ?)
            and not exists (
              select 1 from delivery e where e.subscription_id = p.subscription_id
                and e.alert_id = p.alert_id and e.state = 'PENDING' and e.position < p.position)
            and (select count(*) from delivery f where f.subscription_id = s.id
                and f.state = 'PENDING' and f.leased_until > ?) < ?
          order by p.position limit ? for update skip locked) d
        limit ?)
      update delivery set leased_until = ? from due where delivery.id = due.id
      returning delivery.id, delivery.position, delivery.subscription_id, delivery.attempts
      """;

  private final Database sql;
  private final Clock clock;

  Deliveries(Database sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void add(AlertChanged change, List<Addressee> addressees) {
    var now = clock.instant();
    var news = change.news();
    sql.update(
        """
        insert into delivery (id, position, alert_id, subscription_id, state, reason, next_attempt_at,
          created_at, finished_at, handling)
        select uuidv7(), ?, ?, s::uuid, case when r = '' then 'PENDING' else 'NOT_TOLD' end,
          nullif(r, ''), case when r = '' then ?::timestamptz end, ?,
          case when r <> '' then ?::timestamptz end, ?
        from unnest(?::text[], ?::text[]) as a (s, r)
        """,
        change.position(),
        news.alertId(),
        now,
        now,
        now,
        news.handling(),
        addressees.stream().map(one -> one.subscriptionId().toString()).toList(),
        addressees.stream()
            .map(one -> one.notToldBecause() == null ? "" : one.notToldBecause())
            .toList());
  }

  /** Takes what is due, fairly over subscribers, out of everybody else's reach for a while. */
  List<Leased> lease(int limit, int perSubscriber, Duration lease) {
    var now = clock.instant();
    return sql.list(
        LEASE,
        row ->
            new Leased(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getInt(4)),
        now,
        now,
        now,
        perSubscriber,
        perSubscriber,
        limit,
        now.plus(lease));
  }

  void record(Leased delivery, Attempt attempt) {
    sql.update(
        """
        insert into delivery_attempt (delivery_id, number, at, outcome, status, detail, duration_ms)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        delivery.id(),
        delivery.attempts() + 1,
        attempt.at(),
        attempt.outcome(),
        attempt.status(),
        attempt.detail(),
        attempt.duration().toMillis());
    sql.update("update delivery set attempts = attempts + 1 where id = ?", delivery.id());
  }

  void finish(Leased delivery, DeliveryState state, @Nullable String reason) {
    sql.update(
        "update delivery set state = ?, reason = ?, leased_until = null, next_attempt_at = null,"
            + " finished_at = ? where id = ? and state = 'PENDING'",
        state,
        reason,
        clock.instant(),
        delivery.id());
  }

  void retry(Leased delivery, Instant at) {
    sql.update(
        "update delivery set leased_until = null, next_attempt_at = ? where id = ? and state = 'PENDING'",
        at,
        delivery.id());
  }

  /** Ends everything that a subscriber was still to be told. */
  void giveUpAll(UUID subscriptionId, String reason) {
    sql.update(
        "update delivery set state = 'GIVEN_UP', reason = ?, leased_until = null,"
            + " next_attempt_at = null, finished_at = ? where subscription_id = ? and state = 'PENDING'",
        reason,
        clock.instant(),
        subscriptionId);
  }
}

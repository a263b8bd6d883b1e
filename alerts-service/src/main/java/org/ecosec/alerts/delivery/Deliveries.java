package org.ecosec.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The stored deliveries and their attempts. */
@ApplicationScoped
class Deliveries {

  /** Where a delivery stands after an attempt: ended, or to be tried again. */
  record Settled(
      Leased delivery,
      Attempt attempt,
      DeliveryState state,
      @Nullable String reason,
      @Nullable Instant next) {}

  // Each attempt gets its number under the lock of its delivery, whoever else had a lease on it.
  private static final String SETTLE =
      """
      with result as (
        select * from unnest(?::text[]::uuid[], ?::text[]::timestamptz[], ?::text[], ?::text[]::integer[],
          ?::text[], ?::text[]::bigint[], ?::text[], ?::text[], ?::text[]::timestamptz[])
          as r (id, at, outcome, status, detail, duration_ms, state, reason, next)),
      moved as (
        update delivery d set attempts = d.attempts + 1, tries = d.tries + 1,
          state = case when d.state = 'PENDING' then r.state else d.state end,
          reason = case when d.state = 'PENDING' then r.reason else d.reason end,
          leased_until = null,
          next_attempt_at = case when d.state = 'PENDING' then r.next end,
          finished_at = case when d.state <> 'PENDING' then d.finished_at
            when r.state <> 'PENDING' then ?::timestamptz end
        from result r where d.id = r.id returning d.id, d.attempts)
      insert into delivery_attempt (delivery_id, number, at, outcome, status, detail, duration_ms)
      select m.id, m.attempts, r.at, r.outcome, r.status, r.detail, r.duration_ms
      from moved m join result r on r.id = m.id
      """;

  private final Database sql;
  private final Clock clock;

  Deliveries(Database sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** All in one statement: a commit for many attempts, not for each. */
  void settle(List<Settled> results) {
    sql.update(
        SETTLE,
        texts(results, one -> one.delivery().id()),
        texts(results, one -> one.attempt().at()),
        texts(results, one -> one.attempt().outcome()),
        texts(results, one -> one.attempt().status()),
        texts(results, one -> one.attempt().detail()),
        texts(results, one -> one.attempt().duration().toMillis()),
        texts(results, Settled::state),
        texts(results, Settled::reason),
        texts(results, Settled::next),
        clock.instant());
  }

  private static List<@Nullable String> texts(
      List<Settled> results, Function<Settled, @Nullable Object> field) {
    var texts = new ArrayList<@Nullable String>();
    results.forEach(one -> texts.add(Objects.toString(field.apply(one), null)));
    return texts;
  }

  /** A message that tells of no single alert event; answers its id. */
  UUID add(
      UUID subscriptionId, DeliveryKind kind, String channel, String body, HandlingLevel handling) {
    return sql.first(
            """
            insert into delivery (id, subscription_id, kind, channel, body, state, next_attempt_at,
              created_at, handling)
            values (uuidv7(), ?, ?, ?, ?, 'PENDING', ?, ?, ?) returning id
            """,
            row -> row.getObject(1, UUID.class),
            subscriptionId,
            kind,
            channel,
            body,
            clock.instant(),
            clock.instant(),
            handling)
        .orElseThrow();
  }

  /** Ends everything that a subscriber was still to be told, but for a notice about that. */
  void giveUpAll(UUID subscriptionId, String reason) {
    sql.update(
        "update delivery set state = 'GIVEN_UP', reason = ?, leased_until = null,"
            + " next_attempt_at = null, finished_at = ?"
            + " where subscription_id = ? and state = 'PENDING' and kind <> 'NOTICE'",
        reason,
        clock.instant(),
        subscriptionId);
  }
}

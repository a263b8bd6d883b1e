package org.ecosec.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ecosec.platform.sql.Database;

/**
 * Sends again, under the same {@code webhook-id}, so that whoever has a message already knows it;
 * the retry table starts anew.
 */
@ApplicationScoped
class Replays {

  static final int MOST = 10_000;

  private final Database sql;
  private final Clock clock;

  Replays(Database sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  int one(UUID subscription, UUID delivery) {
    return sql.update(again("id = ?"), subscription, delivery, clock.instant());
  }

  /** Everything about alerts that was first to be told in the range, told or not. */
  int range(UUID subscription, Instant from, Instant to) {
    return sql.update(
        again("kind = 'EVENT' and created_at >= ? and created_at < ?"),
        subscription,
        from,
        to,
        clock.instant());
  }

  /** What was given up since, and what was not even tried while the endpoint was disabled. */
  int missing(UUID subscription, Instant since) {
    int again =
        sql.update(
            again("kind = 'EVENT' and state = 'GIVEN_UP' and created_at >= ?"),
            subscription,
            since,
            clock.instant());
    return again
        + sql.update(
            """
            insert into delivery (id, position, alert_id, subscription_id, channel, state,
              next_attempt_at, created_at, handling)
            select uuidv7(), n.position, n.alert_id, s.id, s.channel, 'PENDING', ?, ?, n.handling
            from not_told n join subscription s on s.id = ?
            where n.at >= ? and s.id = any(n.subscriptions)
              and n.reason in ('ENDPOINT_DISABLED', 'NO_CONSENT')
              and array_position(array ['PUBLIC', 'PARTNER', 'RESTRICTED'], n.handling)
                <= array_position(array ['PUBLIC', 'PARTNER', 'RESTRICTED'], s.handling)
            order by n.position limit %d
            on conflict (position, subscription_id) do nothing
            """
                .formatted(MOST - again),
            clock.instant(),
            clock.instant(),
            subscription,
            since);
  }

  private static String again(String which) {
    return """
    with chosen as (
      select id from delivery
      where subscription_id = ? and state in ('DELIVERED', 'GIVEN_UP') and %s
      order by id limit %d for update)
    update delivery d set state = 'PENDING', reason = null, tries = 0, finished_at = null,
      leased_until = null, next_attempt_at = ?
    from chosen where d.id = chosen.id
    """
        .formatted(which, MOST);
  }
}

package org.ecosec.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.ecosec.alerts.store.Columns;
import org.ecosec.alerts.subscription.ChannelType;
import org.ecosec.alerts.subscription.WebhookConfig;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;

/**
 * Takes what is due out of everybody else's reach for a while, fairly: the subscriber that was
 * served longest ago comes first, each gets a few places and no more than its pace allows, and of
 * one alert only the oldest event, so that its states arrive in order.
 *
 * <p>A lease is no promise to anybody: if the database loses one in a crash, the message is sent
 * again under its {@code webhook-id}. So its commit does not wait for the disk, and it changes no
 * column of an index.
 */
@ApplicationScoped
class Leases {

  private static final Duration BEYOND_TIMEOUT = Duration.ofSeconds(30);

  // How much of its pace an endpoint may use up at once.
  private static final int BURST_SECONDS = 10;

  private static final String LEASE =
      """
      with recursive given as (
        select ?::timestamptz as now, ?::timestamptz as until, ?::boolean as suspect,
          ?::bigint as places, ?::bigint as each, ?::double precision as rate, ?::double precision as burst,
          set_config('synchronous_commit', 'off', true) as unhurried),
      waiting (id) as (
        (select subscription_id from delivery where state = 'PENDING' order by subscription_id limit 1)
        union all
        select (select d.subscription_id from delivery d
                where d.state = 'PENDING' and d.subscription_id > w.id
                order by d.subscription_id limit 1)
        from waiting w where w.id is not null),
      served as materialized (
        select e.subscription_id, e.served_at, s.state = 'ACTIVE' as active,
          60 / least(coalesce(e.rate_per_minute, g.rate), g.rate) as gap,
          greatest(e.paced_until, g.now) as paced_until, g.*
        from waiting w join endpoint e on e.subscription_id = w.id
          join subscription s on s.id = w.id cross join given g
        where e.suspect = g.suspect and s.state in ('ACTIVE', 'DISABLED')),
      due as (
        select d.id from (select * from served order by served_at, subscription_id) v
        cross join lateral (
          select p.id from delivery p
          where p.subscription_id = v.subscription_id and p.state = 'PENDING'
            and p.next_attempt_at <= v.now and (p.leased_until is null or p.leased_until <= v.now)
            and (v.active or p.kind = 'NOTICE')
            and not exists (
              select from delivery e where e.alert_id = p.alert_id
                and e.subscription_id = p.subscription_id and e.state = 'PENDING'
                and e.position < p.position)
          order by p.next_attempt_at, p.id
          limit greatest(0, least(
            case when v.suspect then 1 else v.each end - (
              select count(*) from delivery f where f.subscription_id = v.subscription_id
                and f.state = 'PENDING' and f.leased_until > v.now),
            case when v.paced_until > v.now + v.burst * interval '1 second' then 0
              else floor((v.burst - extract(epoch from v.paced_until - v.now)) / v.gap) + 1 end))::bigint
          for update skip locked) d
        limit (select places from given)),
      leased as (
        update delivery set leased_until = given.until
        from due, given where delivery.id = due.id returning delivery.*),
      paced as (
        update endpoint e set served_at = v.now,
          paced_until = v.paced_until + c.taken * v.gap * interval '1 second'
        from served v join (select subscription_id, count(*) as taken from leased group by 1) c
          on c.subscription_id = v.subscription_id
        where e.subscription_id = v.subscription_id)
      select l.id, l.subscription_id, l.kind, l.channel, l.attempts, l.tries, l.handling, l.created_at,
        l.alert_id, v.sequence, coalesce(l.body, v.payload) as payload, a.url,
        case when l.kind = 'NOTICE' then coalesce(a.contact, a.email) else a.email end as email,
        array(select x.sealed from subscriber_secret x where x.subscription_id = l.subscription_id
          and (x.expires_at is null or x.expires_at > (select now from given))
          order by x.created_at desc, x.id desc limit 2) as secrets
      from leased l left join subscriber_address a on a.subscription_id = l.subscription_id
        left join alert_event v on v.position = l.position
      """;

  private final Database sql;
  private final WebhookConfig config;
  private final Clearance clearance;
  private final Clock clock;

  Leases(Database sql, WebhookConfig config, Clearance clearance, Clock clock) {
    this.sql = sql;
    this.config = config;
    this.clearance = clearance;
    this.clock = clock;
  }

  /** As many as there are places; {@code suspect} for the endpoints that fail or dawdle. */
  @ActivateRequestContext
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  List<Leased> take(boolean suspect, int places) {
    clearance.actAsSystem();
    var now = clock.instant();
    return sql.list(
        LEASE,
        Leases::leased,
        now,
        now.plus(config.timeout()).plus(BEYOND_TIMEOUT),
        suspect,
        places,
        config.concurrencyPerSubscriber(),
        config.ratePerMinute(),
        BURST_SECONDS);
  }

  private static Leased leased(ResultSet row) throws SQLException {
    return new Leased(
        row.getObject("id", UUID.class),
        row.getObject("subscription_id", UUID.class),
        DeliveryKind.valueOf(row.getString("kind")),
        ChannelType.valueOf(row.getString("channel")),
        row.getInt("attempts"),
        row.getInt("tries"),
        HandlingLevel.valueOf(row.getString("handling")),
        Columns.requiredInstant(row, "created_at"),
        row.getObject("alert_id", UUID.class),
        row.getObject("sequence", Long.class),
        row.getString("payload"),
        row.getString("url"),
        row.getString("email"),
        Columns.texts(row, "secrets"));
  }
}

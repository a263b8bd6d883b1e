package org.ecosec.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.ecosec.alerts.alert.AlertChange;
import org.ecosec.alerts.alert.AlertChanged;
import org.ecosec.alerts.subscription.SubscriptionFilter;
import org.ecosec.platform.sql.Database;

/**
 * Settles in one statement who of all subscribers is told of an alert event, and who is not and
 * why. Who was told of an alert once hears how it goes on, whatever becomes of its severity.
 */
@ApplicationScoped
class Audience {

  private static final String SETTLE =
      """
      with given as (
        select ?::bigint as position, ?::uuid as alert_id, ?::integer as severity, ?::text as kind,
          ?::text as importer, ?::text[] as economies, ?::text[] as everyone_but, ?::text[] as sectors, ?::text[] as products, ?::text as handling,
          ?::text as quiet, ?::boolean as goes_on, ?::uuid as day, ?::timestamptz as now),
      audience as (
        select s.id, s.channel, case
          when array_position(array ['PUBLIC', 'PARTNER', 'RESTRICTED'], g.handling)
            > array_position(array ['PUBLIC', 'PARTNER', 'RESTRICTED'], s.handling) then 'NOT_CLEARED'
          when not (
              s.min_severity <= g.severity
              and (s.kinds = '{}' or g.kind = any(s.kinds))
              and (s.importers = '{}' or g.importer is not null and g.importer = any(s.importers))
              and (s.economies = '{}' or s.economies && g.economies
                or g.everyone_but is not null and not s.economies <@ g.everyone_but)
              and (s.sectors = '{}' or s.sectors && g.sectors)
              and (s.products = '{}' or exists (
                select from unnest(s.products) wanted, unnest(g.products) code
                where starts_with(code, wanted))))
            and not (g.goes_on and exists (
              select from delivery d where d.alert_id = g.alert_id and d.subscription_id = s.id))
            then 'FILTERED'
          when g.quiet is not null then g.quiet
          when s.state = 'DISABLED' then
            case when s.reason = 'NO_CONSENT' then 'NO_CONSENT' else 'ENDPOINT_DISABLED' end
          when s.digest and g.severity < 3 then 'DIGEST'
          when s.daily_budget is not null and s.daily_budget <= (
              select count(*) from delivery d
              where d.subscription_id = s.id and d.id >= g.day and d.kind = 'EVENT') then 'OVER_BUDGET'
          end as reason
        from subscription s cross join given g where s.state <> 'DELETED'),
      told as (
        insert into delivery (id, position, alert_id, subscription_id, channel, state, next_attempt_at,
          created_at, handling)
        select uuidv7(), g.position, g.alert_id, a.id, a.channel, 'PENDING', g.now, g.now, g.handling
        from audience a cross join given g where a.reason is null),
      waiting as (
        insert into digest_item (subscription_id, position)
        select a.id, g.position from audience a cross join given g
        where a.reason in ('DIGEST', 'OVER_BUDGET')),
      quiet as (
        insert into not_told (position, alert_id, reason, subscriptions, at, handling)
        select g.position, g.alert_id, a.reason, array_agg(a.id order by a.id), g.now, g.handling
        from audience a cross join given g where a.reason is not null
        group by g.position, g.alert_id, a.reason, g.now, g.handling)
      select reason, array_agg(id::text order by id) as ids from audience group by reason
      """;

  /** Whom an event concerns: the told, and the others by reason. */
  record Settled(List<String> told, TreeMap<String, List<String>> notTold) {}

  private final Database sql;
  private final Clock clock;

  Audience(Database sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Settled settle(AlertChanged change) {
    var news = change.news();
    var now = clock.instant();
    var settled = new Settled(new ArrayList<>(), new TreeMap<>());
    sql.each(
        SETTLE,
        row -> {
          var reason = row.getString("reason");
          var ids = List.of((String[]) row.getArray("ids").getArray());
          if (reason == null) {
            settled.told().addAll(ids);
          } else {
            settled.notTold().put(reason, ids);
          }
        },
        change.position(),
        news.alertId(),
        SubscriptionFilter.rank(news.severity()),
        news.kind(),
        news.subject().importer(),
        change.economies().named(),
        change.economies().everyoneBut(),
        news.sectors(),
        change.products(),
        news.handling(),
        change.quietBecause(),
        news.change() != AlertChange.RAISED,
        firstOf(now),
        now);
    return settled;
  }

  /** The least id that a delivery of the instant's UTC day can have. */
  private static UUID firstOf(Instant instant) {
    return leastId(instant.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant());
  }

  /** The least id that a delivery from an instant on can have: ids begin with their time. */
  static UUID leastId(Instant instant) {
    return new UUID(instant.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
  }
}

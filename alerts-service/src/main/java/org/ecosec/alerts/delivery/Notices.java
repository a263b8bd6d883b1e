package org.ecosec.alerts.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.ecosec.alerts.delivery.Endpoints.Disabled;
import org.ecosec.alerts.ledger.Ledger;
import org.ecosec.alerts.ledger.LedgerEntry;
import org.ecosec.alerts.subscription.Consents;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;
import org.jboss.logging.Logger;

/**
 * Ends a failing endpoint and says so by other channels: its owner's other subscriptions and its
 * contact; and tells an endpoint that came back what it has missed.
 */
@ApplicationScoped
class Notices {

  private static final Logger LOG = Logger.getLogger(Notices.class);

  private final Deliveries deliveries;
  private final Endpoints endpoints;
  private final Ledger ledger;
  private final Database sql;
  private final ObjectMapper json;
  private final Clock clock;

  Notices(
      Deliveries deliveries,
      Endpoints endpoints,
      Ledger ledger,
      Database sql,
      ObjectMapper json,
      Clock clock) {
    this.deliveries = deliveries;
    this.endpoints = endpoints;
    this.ledger = ledger;
    this.sql = sql;
    this.json = json;
    this.clock = clock;
  }

  void disabled(Disabled endpoint) {
    var id = endpoint.subscriptionId();
    LOG.warnf("Subscription %s is disabled: %s", id, endpoint.reason());
    deliveries.giveUpAll(id, endpoint.reason());
    endpoints.markDisabled(id);
    ledger.append(
        LedgerEntry.of("DISABLED", endpoint.handling(), id)
            .with(Map.of("reason", endpoint.reason())));
    var content = new TreeMap<String, Object>();
    content.put("disabledSubscriptionId", id);
    content.put("reason", endpoint.reason());
    content.put("at", clock.instant());
    content.put(
        "text",
        "The endpoint of your subscription "
            + id
            + " is disabled. Mend it, then change the subscription to enable it.");
    var body = text(content);
    sql.each(
        """
        select s.id, s.channel from subscription s
        where s.owner = ? and s.state = 'ACTIVE' and s.id <> ? order by s.id desc limit 10
        """,
        row ->
            deliveries.add(
                row.getObject(1, UUID.class),
                DeliveryKind.NOTICE,
                row.getString(2),
                body,
                endpoint.handling()),
        endpoint.owner(),
        id);
    boolean reachable =
        sql.number(
                "select count(*) from subscriber_address where subscription_id = ? and contact is"
                    + " not null",
                id)
            > 0;
    if (reachable) {
      deliveries.add(id, DeliveryKind.NOTICE, "EMAIL", body, endpoint.handling());
    }
  }

  void recovered(@Observes Consents.Given given) {
    var since = given.disabledSince();
    if (since == null) {
      return;
    }
    var id = given.subscriptionId();
    long missed =
        sql.number(
            """
            select (select count(*) from not_told where at >= ? and reason = 'ENDPOINT_DISABLED'
                and ? = any(subscriptions))
              + (select count(*) from delivery where subscription_id = ? and kind = 'EVENT'
                and state = 'GIVEN_UP' and finished_at >= ?)
            """,
            since,
            id,
            id,
            since);
    var content = new TreeMap<String, Object>();
    content.put("subscriptionId", id);
    content.put("disabledSince", since);
    content.put("recoveredAt", clock.instant());
    content.put("missed", missed);
    content.put(
        "text",
        "You are told again. For what you missed, POST /alerts/v1/deliveries/replays with"
            + " subscriptionId and missingSince.");
    sql.each(
        "select channel, handling from subscription where id = ?",
        row ->
            deliveries.add(
                id,
                DeliveryKind.RECOVERED,
                row.getString(1),
                text(content),
                HandlingLevel.valueOf(row.getString(2))),
        id);
  }

  private String text(Map<String, Object> content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

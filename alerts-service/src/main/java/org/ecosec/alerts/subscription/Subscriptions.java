package org.ecosec.alerts.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.alerts.alert.AlertChanged;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The stored subscriptions, with their addresses apart. */
@ApplicationScoped
public class Subscriptions {

  private static final String SELECT =
      """
      select s.id, s.owner, s.filter, s.handling, s.channel, s.state, s.reason, s.created_at,
        s.changed_at, a.label, a.url, a.secret
      from subscription s left join subscriber_address a on a.subscription_id = s.id
      """;

  /** Whom an event concerns: the subscription and why it is not to be told, null if it is. */
  public record Addressee(UUID subscriptionId, @Nullable String notToldBecause) {}

  /** Where and with which secret a subscriber is called. */
  public record Endpoint(String url, String secret) {}

  private final Database sql;
  private final ObjectMapper json;

  Subscriptions(Database sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /** Every subscription that there is, with the answer whether it is to be told of the event. */
  public List<Addressee> addressees(AlertChanged change) {
    return sql
        .list(SELECT + "where s.state <> 'DELETED' order by s.id", this::subscription)
        .stream()
        .map(subscription -> new Addressee(subscription.id(), silence(subscription, change)))
        .toList();
  }

  private static @Nullable String silence(Subscription subscription, AlertChanged change) {
    if (change.news().handling().compareTo(subscription.handling()) > 0) {
      return "NOT_CLEARED";
    }
    if (!subscription.filter().matches(change)) {
      return "FILTERED";
    }
    if (change.quietBecause() != null) {
      return change.quietBecause();
    }
    return subscription.state() == SubscriptionState.DISABLED ? "ENDPOINT_DISABLED" : null;
  }

  /** The endpoint of an active subscription. */
  public Optional<Endpoint> endpoint(UUID id) {
    return find(id)
        .filter(subscription -> subscription.state() == SubscriptionState.ACTIVE)
        .flatMap(subscription -> Optional.ofNullable(subscription.address()))
        .map(address -> new Endpoint(address.url(), address.secret()));
  }

  /** Stops telling a subscriber, who finds the reason in the subscription. */
  public void disable(UUID id, String reason) {
    sql.update(
        "update subscription set state = 'DISABLED', reason = ?, changed_at = clock_timestamp()"
            + " where id = ? and state = 'ACTIVE'",
        reason,
        id);
  }

  UUID newId() {
    return sql.first("select uuidv7()", row -> row.getObject(1, UUID.class)).orElseThrow();
  }

  Optional<Subscription> find(UUID id) {
    return sql.first(SELECT + "where s.id = ? and s.state <> 'DELETED'", this::subscription, id);
  }

  /** Those of an owner, or of all for null, after an id. */
  List<Subscription> after(@Nullable String owner, @Nullable UUID id, int limit) {
    return sql.list(
        SELECT
            + """
            where s.state <> 'DELETED' and (?::text is null or s.owner = ?)
              and (?::uuid is null or s.id > ?::uuid) order by s.id limit ?
            """,
        this::subscription,
        owner,
        owner,
        id,
        id,
        limit);
  }

  void insert(Subscription subscription, Subscription.Address address) {
    sql.update(
        "insert into subscription (id, owner, filter, handling, channel, state, created_at, changed_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        subscription.id(),
        subscription.owner(),
        filter(subscription.filter()),
        subscription.handling(),
        subscription.channel(),
        subscription.state(),
        subscription.createdAt(),
        subscription.changedAt());
    sql.update(
        "insert into subscriber_address (subscription_id, label, url, secret) values (?, ?, ?, ?)",
        subscription.id(),
        address.label(),
        address.url(),
        address.secret());
  }

  void update(Subscription subscription, Subscription.Address address) {
    sql.update(
        "update subscription set filter = ?, handling = ?, state = ?, reason = null, changed_at = ? where id = ?",
        filter(subscription.filter()),
        subscription.handling(),
        subscription.state(),
        subscription.changedAt(),
        subscription.id());
    sql.update(
        "update subscriber_address set label = ?, url = ? where subscription_id = ?",
        address.label(),
        address.url(),
        subscription.id());
  }

  /** Erases the address; the opaque id stays in the record of who was told. */
  void delete(UUID id) {
    sql.update("delete from subscriber_address where subscription_id = ?", id);
    sql.update(
        "update subscription set state = 'DELETED', owner = '', changed_at = clock_timestamp() where id = ?",
        id);
  }

  private Subscription subscription(ResultSet row) throws SQLException {
    var url = row.getString("url");
    return new Subscription(
        row.getObject("id", UUID.class),
        row.getString("owner"),
        filter(row),
        HandlingLevel.valueOf(row.getString("handling")),
        ChannelType.valueOf(row.getString("channel")),
        SubscriptionState.valueOf(row.getString("state")),
        row.getString("reason"),
        Columns.requiredInstant(row, "created_at"),
        Columns.requiredInstant(row, "changed_at"),
        url == null
            ? null
            : new Subscription.Address(row.getString("label"), url, row.getString("secret")));
  }

  private SubscriptionFilter filter(ResultSet row) throws SQLException {
    try {
      return json.readValue(row.getString("filter"), SubscriptionFilter.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A stored filter cannot be read", impossible);
    }
  }

  private String filter(SubscriptionFilter filter) {
    try {
      return json.writeValueAsString(filter);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

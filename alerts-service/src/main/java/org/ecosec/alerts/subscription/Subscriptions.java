package org.ecosec.alerts.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The stored subscriptions, with their addresses apart. */
@ApplicationScoped
class Subscriptions {

  private static final String SELECT =
      """
      select s.id, s.owner, s.filter, s.handling, s.daily_budget, s.digest, s.channel, s.state,
        s.reason, s.created_at, s.changed_at, a.subscription_id as addressed, a.label, a.url,
        a.email, a.contact
      from subscription s left join subscriber_address a on a.subscription_id = s.id
      """;

  private static final String INSERT =
      """
      insert into subscription (id, owner, filter, min_severity, sectors, products, economies, importers, kinds,
        handling, daily_budget, digest, channel, state, reason, created_at, changed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String UPDATE =
      """
      update subscription set filter = ?, min_severity = ?, sectors = ?, products = ?, economies = ?,
        importers = ?, kinds = ?, handling = ?, daily_budget = ?, digest = ?, state = ?, reason = ?, changed_at = ?
      where id = ?
      """;

  private final Database sql;
  private final ObjectMapper json;

  Subscriptions(Database sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  UUID newId() {
    return sql.first("select uuidv7()", row -> row.getObject(1, UUID.class)).orElseThrow();
  }

  Optional<Subscription> find(UUID id) {
    return sql.first(SELECT + "where s.id = ? and s.state <> 'DELETED'", this::subscription, id);
  }

  /** Those of an owner, or of all for null, after an id. */
  List<Subscription> after(@Nullable UUID owner, @Nullable UUID id, int limit) {
    return sql.list(
        SELECT
            + """
            where s.state <> 'DELETED' and (?::uuid is null or s.owner = ?::uuid)
              and (?::uuid is null or s.id > ?::uuid) order by s.id limit ?
            """,
        this::subscription,
        owner,
        owner,
        id,
        id,
        limit);
  }

  List<Subscription> ofOwner(UUID owner) {
    return sql.list(
        SELECT + "where s.state <> 'DELETED' and s.owner = ? for update of s",
        this::subscription,
        owner);
  }

  List<Subscription> ofMail(String address) {
    return sql.list(
        SELECT + "where s.state <> 'DELETED' and lower(a.email) = lower(?) for update of s",
        this::subscription,
        address);
  }

  void insert(Subscription subscription, Subscription.Address address) {
    var wishes = subscription.wishes();
    var filter = wishes.filter();
    sql.update(
        INSERT,
        subscription.id(),
        subscription.owner(),
        text(filter),
        filter.leastSeverity(),
        filter.sectors(),
        filter.products(),
        filter.economies(),
        filter.importers(),
        filter.kindNames(),
        wishes.handling(),
        wishes.dailyBudget(),
        wishes.digest(),
        subscription.channel(),
        subscription.state(),
        subscription.reason(),
        subscription.createdAt(),
        subscription.changedAt());
    sql.update(
        "insert into subscriber_address (subscription_id, label, url, email, contact)"
            + " values (?, ?, ?, ?, ?)",
        subscription.id(),
        address.label(),
        address.url(),
        address.email(),
        address.contact());
    sql.update("insert into endpoint (subscription_id) values (?)", subscription.id());
  }

  void update(Subscription subscription, Subscription.Address address) {
    var wishes = subscription.wishes();
    var filter = wishes.filter();
    sql.update(
        UPDATE,
        text(filter),
        filter.leastSeverity(),
        filter.sectors(),
        filter.products(),
        filter.economies(),
        filter.importers(),
        filter.kindNames(),
        wishes.handling(),
        wishes.dailyBudget(),
        wishes.digest(),
        subscription.state(),
        subscription.reason(),
        subscription.changedAt(),
        subscription.id());
    sql.update(
        "update subscriber_address set label = ?, url = ?, email = ?, contact = ? where"
            + " subscription_id = ?",
        address.label(),
        address.url(),
        address.email(),
        address.contact(),
        subscription.id());
  }

  /** Erases the address; the opaque id stays in the record of who was told. */
  void delete(UUID id) {
    sql.update("delete from subscriber_address where subscription_id = ?", id);
    sql.update("delete from subscriber_secret where subscription_id = ?", id);
    sql.update("delete from endpoint where subscription_id = ?", id);
    sql.update("delete from digest_item where subscription_id = ? and delivery_id is null", id);
    sql.update(
        "update subscription set state = 'DELETED', owner = null, changed_at = clock_timestamp()"
            + " where id = ?",
        id);
  }

  private Subscription subscription(ResultSet row) throws SQLException {
    return new Subscription(
        row.getObject("id", UUID.class),
        row.getObject("owner", UUID.class),
        new Subscription.Wishes(
            filter(row),
            HandlingLevel.valueOf(row.getString("handling")),
            row.getObject("daily_budget", Integer.class),
            row.getBoolean("digest")),
        ChannelType.valueOf(row.getString("channel")),
        SubscriptionState.valueOf(row.getString("state")),
        row.getString("reason"),
        Columns.requiredInstant(row, "created_at"),
        Columns.requiredInstant(row, "changed_at"),
        row.getObject("addressed") == null
            ? null
            : new Subscription.Address(
                row.getString("label"),
                row.getString("url"),
                row.getString("email"),
                row.getString("contact")));
  }

  private SubscriptionFilter filter(ResultSet row) throws SQLException {
    try {
      return json.readValue(row.getString("filter"), SubscriptionFilter.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A stored filter cannot be read", impossible);
    }
  }

  private String text(SubscriptionFilter filter) {
    try {
      return json.writeValueAsString(filter);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

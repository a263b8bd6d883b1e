package org.ecosec.alerts.subscription;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The secrets that sign a subscriber's messages, sealed; at most two are live at a time. */
@ApplicationScoped
public class SubscriberSecrets {

  private static final int SECRET_BYTES = 32;

  /** A live secret without its text. */
  record Live(UUID id, Instant createdAt, @Nullable Instant expiresAt) {}

  private final Database sql;
  private final WebhookConfig config;
  private final Clock clock;
  private final SecretBox box;
  private final SecureRandom random = new SecureRandom();

  SubscriberSecrets(Database sql, WebhookConfig config, Clock clock) {
    this.sql = sql;
    this.config = config;
    this.clock = clock;
    this.box = new SecretBox(config.secretKeys());
  }

  /** Secrets that an earlier version kept in plain text are sealed once. */
  @Transactional
  void sealPlain(@Observes StartupEvent event) {
    sql.list(
            "select subscription_id, secret from subscriber_address where secret is not null for"
                + " update",
            row -> {
              insert(row.getObject(1, UUID.class), row.getString(2));
              return row.getObject(1, UUID.class);
            })
        .forEach(
            id ->
                sql.update(
                    "update subscriber_address set secret = null where subscription_id = ?", id));
  }

  /** Opens what a delivery was leased with. */
  public List<String> open(UUID subscription, List<String> sealed) {
    return sealed.stream().map(one -> box.open(subscription, one)).toList();
  }

  /** A new secret; those before it go on signing for the overlap, the oldest of three ends. */
  String add(UUID subscription) {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    var secret = "whsec_" + Base64.getEncoder().encodeToString(bytes);
    sql.update(
        "update subscriber_secret set expires_at = ? where subscription_id = ? and expires_at is"
            + " null",
        clock.instant().plus(config.secretOverlap()),
        subscription);
    insert(subscription, secret);
    sql.update(
        """
        delete from subscriber_secret where subscription_id = ? and id not in (
          select id from subscriber_secret where subscription_id = ? order by created_at desc, id desc limit 2)
        """,
        subscription,
        subscription);
    return secret;
  }

  private void insert(UUID subscription, String secret) {
    sql.update(
        "insert into subscriber_secret (id, subscription_id, sealed, created_at) values (uuidv7(),"
            + " ?, ?, ?)",
        subscription,
        box.seal(subscription, secret),
        clock.instant());
  }

  /** Newest first. */
  List<Live> live(UUID subscription) {
    return sql.list(
        """
        select id, created_at, expires_at from subscriber_secret
        where subscription_id = ? and (expires_at is null or expires_at > ?)
        order by created_at desc, id desc
        """,
        SubscriberSecrets::live,
        subscription,
        clock.instant());
  }

  /** False if there is no such old secret; the newest one stays. */
  boolean retire(UUID subscription, UUID secret) {
    return sql.update(
            "delete from subscriber_secret where subscription_id = ? and id = ? and expires_at is"
                + " not null",
            subscription,
            secret)
        == 1;
  }

  private static Live live(ResultSet row) throws SQLException {
    return new Live(
        row.getObject("id", UUID.class),
        Columns.requiredInstant(row, "created_at"),
        Columns.instant(row, "expires_at"));
  }
}

package org.ecosec.alerts.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.alerts.ledger.Ledger;
import org.ecosec.alerts.ledger.LedgerEntry;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Who has agreed to be told: each address is asked, with a link that only it gets, and nothing else
 * is sent to it before it has agreed.
 */
@ApplicationScoped
public class Consents {

  /** An address that is to be asked, with the token of the link. */
  public record Ask(
      UUID subscriptionId,
      ChannelType channel,
      @Nullable String url,
      @Nullable String email,
      @Nullable String label,
      int asks,
      @Nullable String said,
      String token) {}

  /** How far the asking of an address has got. */
  record Progress(int asks, @Nullable String said, @Nullable Instant nextAskAt) {}

  /** Whoever is at the address of a subscription has agreed; after an outage since then. */
  public record Given(UUID subscriptionId, @Nullable Instant disabledSince) {}

  private final Database sql;
  private final Ledger ledger;
  private final Event<Given> given;
  private final Clock clock;
  private final SecretBox box;

  Consents(Database sql, Ledger ledger, Event<Given> given, WebhookConfig config, Clock clock) {
    this.sql = sql;
    this.ledger = ledger;
    this.given = given;
    this.clock = clock;
    this.box = new SecretBox(config.secretKeys());
  }

  /** The address is asked as soon as may be. */
  void require(UUID subscription) {
    sql.update(
        "update endpoint set consent_due_at = ?, consent_asks = 0, consent_answer = null,"
            + " rate_per_minute = null where subscription_id = ?",
        clock.instant(),
        subscription);
  }

  /**
   * Takes those that are due, each with a fresh token, out of everybody else's reach for a while.
   */
  @Transactional
  public List<Ask> due(int limit, Duration lease) {
    var now = clock.instant();
    var due =
        sql.list(
            """
            select s.id, s.channel, a.url, a.email, a.label, e.consent_asks, e.consent_answer, s.changed_at
            from endpoint e join subscription s on s.id = e.subscription_id
              join subscriber_address a on a.subscription_id = s.id
            where e.consent_due_at <= ? and s.state = 'PENDING'
            order by e.consent_due_at limit ? for update of e skip locked
            """,
            this::ask,
            now,
            limit);
    sql.updateAll(
        "update endpoint set consent_due_at = ?, consent_token_hash = ?, consent_asks ="
            + " consent_asks + 1 where subscription_id = ?",
        due.stream()
            .map(
                ask ->
                    new @Nullable Object[] {
                      now.plus(lease), hash(ask.token()), ask.subscriptionId()
                    })
            .toList());
    return due;
  }

  // The same at every asking for one address, so that the link in an older question still works.
  private Ask ask(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    return new Ask(
        id,
        ChannelType.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getInt(6) + 1,
        row.getString(7),
        box.token("consent of " + id + " since " + Columns.requiredInstant(row, "changed_at")));
  }

  Optional<Progress> progress(UUID subscription) {
    return sql.first(
        "select consent_asks, consent_answer, consent_due_at from endpoint where subscription_id ="
            + " ?",
        row ->
            new Progress(row.getInt(1), row.getString(2), Columns.instant(row, "consent_due_at")),
        subscription);
  }

  /** Keeps what the address answered, and when it is asked again; never for null. */
  @Transactional
  public void unanswered(UUID subscription, String answer, @Nullable Instant next) {
    sql.update(
        "update endpoint set consent_due_at = ?, consent_answer = ? where subscription_id = ?",
        next,
        answer,
        subscription);
  }

  /** The address agrees, to so many messages a minute; null for any number. */
  @Transactional
  public void grant(UUID subscription, @Nullable Integer ratePerMinute) {
    var handling =
        sql.first(
            "update subscription set state = 'ACTIVE', reason = null, changed_at = ?"
                + " where id = ? and state = 'PENDING' returning handling",
            row -> HandlingLevel.valueOf(row.getString(1)),
            clock.instant(),
            subscription);
    if (handling.isEmpty()) {
      return;
    }
    var disabledSince =
        sql.first(
            "select disabled_at from endpoint where subscription_id = ? for update",
            row -> Optional.ofNullable(Columns.instant(row, "disabled_at")),
            subscription);
    sql.update(
        """
        update endpoint set consent_due_at = null, consent_token_hash = null, consent_answer = null,
          rate_per_minute = ?, failing_since = null, suspect = false, disabled_at = null
        where subscription_id = ?
        """,
        ratePerMinute,
        subscription);
    ledger.append(LedgerEntry.of("CONSENTED", handling.get(), subscription));
    given.fire(new Given(subscription, disabledSince.flatMap(since -> since).orElse(null)));
  }

  /** The subscription that a link was made for, while it waits. */
  Optional<Ask> byToken(String token) {
    return sql.first(
        """
        select s.id, s.channel, a.url, a.email, a.label, e.consent_asks, e.consent_answer, s.changed_at
        from endpoint e join subscription s on s.id = e.subscription_id
          join subscriber_address a on a.subscription_id = s.id
        where e.consent_token_hash = ? and s.state = 'PENDING'
        """,
        this::ask,
        hash(token));
  }

  private static String hash(String token) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

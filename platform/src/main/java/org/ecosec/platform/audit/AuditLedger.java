package org.ecosec.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.ledger.CanonicalJson;
import org.ecosec.platform.ledger.ChainedEntry;
import org.ecosec.platform.ledger.HashChain;
import org.ecosec.platform.security.Pseudonyms;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what, written in the transaction of the change itself. Entries are numbered without
 * gaps and hash-chained; writers wait for each other from {@link #record} to their commit.
 */
@ApplicationScoped
public class AuditLedger {

  private static final long LOCK = 0xA0D1;
  private static final String SYSTEM = "system";

  private final Database database;
  private final CanonicalJson canonical;
  private final ObjectMapper json;
  private final SecurityIdentity identity;
  private final Pseudonyms pseudonyms;
  private final Clock clock;

  AuditLedger(
      Database database,
      CanonicalJson canonical,
      ObjectMapper json,
      SecurityIdentity identity,
      Pseudonyms pseudonyms,
      Clock clock) {
    this.database = database;
    this.canonical = canonical;
    this.json = json;
    this.identity = identity;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  /**
   * Adds an entry: the act as a verb in the past ({@code CREATED}), the subject as the path of what
   * it was done to ({@code measures/cn-graphite}), and whatever tells the change; never what only
   * some may read, because entries have no handling level.
   */
  @Transactional(TxType.MANDATORY)
  public void record(String act, String subject, Map<String, ?> details) {
    database.number("select 1 from (select pg_advisory_xact_lock(?)) as locked", LOCK);
    var last = database.first(SELECT + " order by number desc limit 1", this::entry);
    long number = last.map(ChainedEntry::number).orElse(0L) + 1;
    var previousHash = last.map(ChainedEntry::hash).orElse(HashChain.GENESIS);
    var actor = actor();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var content =
        canonical.of(
            Map.of(
                "recordedAt", now.toString(),
                "actor", actor,
                "act", act,
                "subject", subject,
                "details", details));
    database.update(
        "insert into audit_entry"
            + " (number, recorded_at, actor, act, subject, content, previous_hash, hash)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        number,
        now,
        actor,
        act,
        subject,
        content,
        previousHash,
        HashChain.next(previousHash, content));
  }

  /** The entries after a number, oldest first; of one subject if it is given. */
  public List<ChainedEntry> after(long number, @Nullable String subject, int limit) {
    return database.list(
        SELECT + " where number > ? and (?::text is null or subject = ?) order by number limit ?",
        this::entry,
        number,
        subject,
        subject,
        limit);
  }

  private static final String SELECT =
      "select number, previous_hash, hash, content from audit_entry";

  private ChainedEntry entry(java.sql.ResultSet row) throws java.sql.SQLException {
    return new ChainedEntry(
        row.getLong(1), row.getString(2), row.getString(3), content(row.getString(4)));
  }

  private JsonNode content(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String actor() {
    return Arc.container().requestContext().isActive() && !identity.isAnonymous()
        ? pseudonyms.of(identity.getPrincipal().getName())
        : SYSTEM;
  }
}

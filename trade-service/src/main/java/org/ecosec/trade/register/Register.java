package org.ecosec.trade.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecosec.platform.audit.AuditLedger;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.sql.Database;

/** Entries that stewards keep, append-only under revisions: a change closes a row and adds one. */
@ApplicationScoped
public class Register {

  private static final int MAX_ENTRIES = 20_000;

  private final Database database;
  private final ObjectMapper json;
  private final Revisions revisions;
  private final AuditLedger audit;

  Register(Database database, ObjectMapper json, Revisions revisions, AuditLedger audit) {
    this.database = database;
    this.json = json;
    this.revisions = revisions;
    this.audit = audit;
  }

  /** A kind of entries: how it is called in paths and in the audit ledger, and its type. */
  public record Kind<T extends Entry>(String name, Class<T> type) {}

  /** In the order of their ids, as known at a revision. */
  public <T extends Entry> List<T> at(Kind<T> kind, long revision) {
    return database.list(
        """
        select document from register_entry where kind = ? and from_revision <= ?
          and (to_revision is null or to_revision > ?) order by id
        """,
        row -> read(kind, row.getString(1)),
        kind.name(),
        revision,
        revision);
  }

  public <T extends Entry> Optional<T> at(Kind<T> kind, String id, long revision) {
    return database.first(
        """
        select document from register_entry where kind = ? and id = ? and from_revision <= ?
          and (to_revision is null or to_revision > ?)
        """,
        row -> read(kind, row.getString(1)),
        kind.name(),
        id,
        revision,
        revision);
  }

  /** Or the answer that there is none. */
  public <T extends Entry> T known(Kind<T> kind, String id, long revision) {
    return at(kind, id, revision)
        .orElseThrow(
            () ->
                Problem.notFound(
                    "no-such-entry",
                    "There is no entry " + id + "; see /trade/v1/" + kind.name() + "."));
  }

  /** Every wording of an entry, the first one first. */
  public <T extends Entry> List<Version<T>> history(Kind<T> kind, String id, long revision) {
    return database.list(
        """
        select e.from_revision, r.published_at, e.to_revision, e.document
        from register_entry e join revision r on r.number = e.from_revision
        where e.kind = ? and e.id = ? and e.from_revision <= ? order by e.from_revision
        """,
        row -> {
          var closed = row.getObject(3, Long.class);
          return new Version<>(
              row.getLong(1),
              row.getObject(2, OffsetDateTime.class).toInstant(),
              closed == null || closed > revision ? null : closed,
              read(kind, row.getString(4)));
        },
        kind.name(),
        id,
        revision);
  }

  @Transactional(TxType.MANDATORY)
  public <T extends Entry> void add(Kind<T> kind, T entry) {
    long revision = revisions.begin();
    if (at(kind, entry.entryId(), Long.MAX_VALUE).isPresent()) {
      throw Problem.conflict(
          "entry-exists",
          "There is an entry " + entry.entryId() + "; change it with PUT and If-Match.");
    }
    long kept =
        database.number(
            "select count(*) from register_entry where kind = ? and to_revision is null",
            kind.name());
    if (kept >= MAX_ENTRIES) {
      throw Problem.conflict("too-many-entries", "There are " + MAX_ENTRIES + " entries already.");
    }
    write(kind, entry, "ADDED", revision);
  }

  /** Refused if somebody changed it since it was read. */
  @Transactional(TxType.MANDATORY)
  public <T extends Entry> void change(Kind<T> kind, T before, T after) {
    if (!after.entryId().equals(before.entryId())) {
      throw Problem.unprocessable("other-id", "The body names another entry than the path.");
    }
    long revision = revisions.begin();
    if (!before.equals(known(kind, before.entryId(), Long.MAX_VALUE))) {
      throw new Problem(
          412,
          "changed-meanwhile",
          "Somebody changed it since you read it: read it again, then change.");
    }
    database.update(
        """
        update register_entry set to_revision = ? where kind = ? and id = ? and to_revision is null
        """,
        revision,
        kind.name(),
        after.entryId());
    write(kind, after, "CHANGED", revision);
  }

  private <T extends Entry> void write(Kind<T> kind, T entry, String act, long revision) {
    database.update(
        "insert into register_entry (kind, id, document, from_revision) values (?, ?, ?::jsonb, ?)",
        kind.name(),
        entry.entryId(),
        text(entry),
        revision);
    audit.record(act, kind.name() + "/" + entry.entryId(), Map.of("revision", revision));
    revisions.publish(revision);
  }

  private String text(Object entry) {
    try {
      return json.writeValueAsString(entry);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private <T extends Entry> T read(Kind<T> kind, String document) {
    try {
      return json.readValue(document, kind.type());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

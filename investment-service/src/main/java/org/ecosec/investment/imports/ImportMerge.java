package org.ecosec.investment.imports;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.ecosec.investment.change.Change;
import org.ecosec.investment.change.Changes;
import org.ecosec.platform.audit.AuditLedger;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;

/**
 * Makes a staged file known: one transaction under the merge lock closes what was revised, adds
 * what is new, and lets the observers of the change tell of it. A file that changes nothing leaves
 * no revision.
 */
@ApplicationScoped
class ImportMerge {

  private static final int MAX_SECONDS = 7_200;

  private final Database database;
  private final Changes changes;
  private final StagedChecks checks;
  private final SiftedMerge sifted;
  private final StagedMerge staged;
  private final AuditLedger audit;
  private final Clock clock;

  ImportMerge(
      Database database,
      Changes changes,
      StagedChecks checks,
      SiftedMerge sifted,
      StagedMerge staged,
      AuditLedger audit,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.checks = checks;
    this.sifted = sifted;
    this.staged = staged;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which import, of what kind of file, and how far its sender may see. */
  record Claim(
      UUID id,
      String format,
      HandlingLevel clearance,
      boolean backfill,
      String sentBy,
      String sha256) {

    boolean isIati() {
      return format.equals(ImportRequest.Format.IATI.name());
    }

    /** The handling levels above its sender's clearance. */
    List<String> mayNotSee() {
      return Stream.of(HandlingLevel.values())
          .filter(level -> level.compareTo(clearance) > 0)
          .map(Enum::name)
          .toList();
    }
  }

  /** True if the import was waiting; false if another replica has it or it is done. */
  @Transactional(TxType.REQUIRES_NEW)
  @TransactionConfiguration(timeout = MAX_SECONDS)
  boolean merge(UUID id) {
    var claimed =
        database.first(
            """
            select id, format, clearance, backfill, caller, body_sha256 from investment_import
            where id = ? and status = 'RUNNING' for update skip locked
            """,
            row ->
                new Claim(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    HandlingLevel.valueOf(row.getString(3)),
                    row.getBoolean(4),
                    row.getString(5),
                    row.getString(6)),
            id);
    claimed.ifPresent(
        claim -> changes.writeIfAny(claim.backfill(), change -> merge(claim, change)));
    return claimed.isPresent();
  }

  // The merge is the system's; the file was somebody's.
  private void record(Claim claim, StagedMerge.Counts counts, long revision) {
    audit.record(
        "IMPORTED",
        "imports/" + claim.id(),
        Map.of(
            "sentBy",
            claim.sentBy(),
            "sha256",
            claim.sha256(),
            "revision",
            revision,
            "added",
            counts.added(),
            "revised",
            counts.revised(),
            "withdrawn",
            counts.withdrawn()));
  }

  private boolean merge(Claim claim, Change change) {
    database.update("set local work_mem = '64MB'");
    database.number("select count_staged()");
    long rejected = checks.reject(claim);
    var outcome = sifted.apply(claim, change);
    var counts = outcome.counts();
    boolean changed = counts.changed();
    long accepted = counts.added() + counts.unchanged() + counts.revised();
    database.update(
        """
        update investment_import set status = ?, failure = ?, revision = ?, completed_at = ?,
          rows_accepted = ?, rows_rejected = rows_rejected + ?, rows_added = ?, rows_unchanged = ?,
          rows_revised = ?, rows_withdrawn = ?
        where id = ?
        """,
        accepted == 0 ? ImportView.Status.FAILED : ImportView.Status.COMPLETED,
        accepted == 0 ? "Nothing could be taken; see the rejects." : null,
        changed ? change.revision() : null,
        clock.instant(),
        accepted,
        rejected + outcome.rejected(),
        counts.added(),
        counts.unchanged(),
        counts.revised(),
        counts.withdrawn(),
        claim.id());
    staged.clear(claim.id());
    if (changed) {
      record(claim, counts, change.revision());
    }
    return changed;
  }
}

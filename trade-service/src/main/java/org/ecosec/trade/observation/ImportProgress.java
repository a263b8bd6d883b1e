package org.ecosec.trade.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.sql.Database;

/**
 * Tells how far an import is, outside the transaction that it is in, and hears there whether
 * somebody cancelled it. Nothing here outlives the import.
 */
@ApplicationScoped
class ImportProgress {

  private final Database database;
  private final Clock clock;

  ImportProgress(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Transactional(TxType.REQUIRES_NEW)
  public void received(UUID id, ImportRequest request, String source, ImportCounts counts) {
    var now = clock.instant();
    heed(
        database
            .first(
                """
                insert into import_progress as p (id, source, format, profile, mode, baseline, backfill,
                  phase, rows_read, rows_accepted, rows_rejected, rows_ignored, started_at, seen_at)
                values (?, ?, ?, ?, ?, ?, ?, 'STAGING', ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set rows_read = excluded.rows_read,
                  rows_accepted = excluded.rows_accepted, rows_rejected = excluded.rows_rejected,
                  rows_ignored = excluded.rows_ignored, seen_at = excluded.seen_at
                returning cancelled
                """,
                row -> row.getBoolean(1),
                id,
                source,
                request.format(),
                request.profile(),
                request.mode(),
                request.baseline(),
                request.backfill(),
                counts.read(),
                counts.accepted(),
                counts.rejected(),
                counts.ignored(),
                now,
                now)
            .orElse(false));
  }

  @Transactional(TxType.REQUIRES_NEW)
  public void merging(ImportMerge.Claim claim, long rowsMerged) {
    var now = clock.instant();
    heed(
        database
            .first(
                """
                insert into import_progress as p (id, source, format, mode, backfill, phase, rows_merged,
                  started_at, seen_at)
                values (?, ?, '', ?, ?, 'MERGING', ?, ?, ?)
                on conflict (id) do update set phase = 'MERGING', rows_merged = excluded.rows_merged,
                  seen_at = excluded.seen_at
                returning cancelled
                """,
                row -> row.getBoolean(1),
                claim.id(),
                claim.source(),
                claim.mode(),
                claim.backfill(),
                rowsMerged,
                now,
                now)
            .orElse(false));
  }

  /** The last word: in the caller's own transaction, after which nobody can cancel any more. */
  @Transactional(TxType.MANDATORY)
  public void end(UUID id) {
    heed(
        database
            .first(
                "delete from import_progress where id = ? returning cancelled",
                row -> row.getBoolean(1),
                id)
            .orElse(false));
  }

  /** Of an import that came to nothing. */
  @Transactional(TxType.REQUIRES_NEW)
  public void forget(UUID id) {
    database.update("delete from import_progress where id = ?", id);
  }

  /** Of bodies whose receiver was killed. */
  @Transactional(TxType.REQUIRES_NEW)
  public void forgetTheDead() {
    database.update(
        """
        delete from import_progress p where seen_at < now() - interval '2 minutes'
          and not exists (select 1 from trade_import i where i.id = p.id and i.status = 'RUNNING')
        """);
  }

  private static void heed(boolean cancelled) {
    if (cancelled) {
      throw Problem.conflict(
          "import-cancelled", "The import was cancelled; nothing of it is kept.");
    }
  }
}

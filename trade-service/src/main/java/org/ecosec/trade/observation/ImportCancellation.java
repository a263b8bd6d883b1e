package org.ecosec.trade.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.sql.Database;

/**
 * Stops an import that is not yet visible. One that is being received or merged is told through its
 * progress, which it reads about once a second and for the last time as it ends; one that waits is
 * taken out of the queue.
 */
@ApplicationScoped
class ImportCancellation {

  private final Database database;
  private final Clock clock;

  ImportCancellation(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Transactional
  public void cancel(ImportView view) {
    if (view.status() == ImportView.Status.CANCELLED) {
      return;
    }
    if (view.status() != ImportView.Status.RUNNING) {
      throw Problem.conflict(
          "import-ended",
          "The import has ended as " + view.status() + "; correct it by importing what is right.");
    }
    boolean told =
        database.update("update import_progress set cancelled = true where id = ?", view.id()) > 0;
    if (told) {
      remember(view);
    } else if (!settled(view.id())) {
      throw Problem.conflict(
          "import-moves",
          "The import has just moved on; look at it, and cancel it again if needed.");
    }
  }

  /** After its merge was stopped. */
  @Transactional(TxType.REQUIRES_NEW)
  public void settle(UUID id) {
    settled(id);
    database.update("delete from import_progress where id = ?", id);
  }

  private boolean settled(UUID id) {
    database.update("delete from import_reject where import_id = ?", id);
    return database.update(
            """
            update trade_import set status = 'CANCELLED', completed_at = ?, rows_accepted = 0
            where id = (select id from trade_import where id = ? and status = 'RUNNING' for update skip locked)
            """,
            clock.instant(),
            id)
        > 0;
  }

  // A body that is being received has no row of its own yet, and will never have.
  private void remember(ImportView view) {
    database.update(
        """
        insert into trade_import (id, source, format, profile, mode, status, backfill, body_sha256,
          rows_read, rows_accepted, rows_added, rows_unchanged, rows_revised, rows_rejected,
          rows_ignored, unknown_columns, received_at, completed_at)
        select id, source, format, profile, mode, 'CANCELLED', backfill, '', rows_read, 0, 0, 0, 0,
          rows_rejected, rows_ignored, '{}', started_at, ?
        from import_progress where id = ? and cancelled and phase = 'STAGING'
        on conflict do nothing
        """,
        clock.instant(),
        view.id());
  }
}

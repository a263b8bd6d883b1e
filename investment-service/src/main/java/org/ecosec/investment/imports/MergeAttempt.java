package org.ecosec.investment.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.util.UUID;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.sql.DatabaseFailure;
import org.jboss.logging.Logger;

/** Merges one import as the system, which sees everything; a failure is counted, and told. */
@ApplicationScoped
class MergeAttempt {

  private static final Logger LOG = Logger.getLogger(MergeAttempt.class);
  private static final int MAX_ATTEMPTS = 5;
  private static final String BROKEN_RULE = "23";

  private final ImportMerge merge;
  private final Database database;
  private final Clearance clearance;
  private final Clock clock;

  MergeAttempt(ImportMerge merge, Database database, Clearance clearance, Clock clock) {
    this.merge = merge;
    this.database = database;
    this.clearance = clearance;
    this.clock = clock;
  }

  @ActivateRequestContext
  void merge(UUID id) {
    clearance.actAsSystem();
    try {
      merge.merge(id);
    } catch (DatabaseFailure refused) {
      LOG.errorf(refused, "Merging import %s failed", id);
      if (refused.sqlState().startsWith(BROKEN_RULE)) {
        fail(id, 1, "Taken together, the rows break a rule: " + firstLine(refused));
      } else {
        fail(id, MAX_ATTEMPTS, "The merge failed; the log has the cause.");
      }
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "Merging import %s failed", id);
      fail(id, MAX_ATTEMPTS, "The merge failed; the log has the cause.");
    }
  }

  // Counted outside the merge's own transaction; after so many attempts the import is given up.
  private void fail(UUID id, int attempts, String reason) {
    database.update(
        """
        update investment_import set attempts = attempts + 1,
          status = case when attempts + 1 >= ? then 'FAILED' else status end,
          failure = case when attempts + 1 >= ? then ? end,
          completed_at = case when attempts + 1 >= ? then ?::timestamptz end
        where id = ? and status = 'RUNNING'
        """,
        attempts,
        attempts,
        reason,
        attempts,
        clock.instant(),
        id);
    database.update(
        """
        delete from staged_fact s using investment_import i
        where s.import_id = ? and i.id = s.import_id and i.status = 'FAILED'
        """,
        id);
  }

  private static String firstLine(DatabaseFailure refused) {
    return String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
  }
}

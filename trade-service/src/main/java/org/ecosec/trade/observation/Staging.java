package org.ecosec.trade.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.sql.DatabaseFailure;
import org.jboss.logging.Logger;

/** The staging table before and after a merge. */
@ApplicationScoped
class Staging {

  private static final Logger LOG = Logger.getLogger(Staging.class);

  private final Database database;

  Staging(Database database) {
    this.database = database;
  }

  /** So that the planner knows what is there; autovacuum would come too late. */
  @Transactional(TxType.REQUIRES_NEW)
  public void analyze() {
    database.update("analyze staged_row");
  }

  /**
   * Empties the table if no other import is waiting or coming in, which costs nothing; else the
   * rows of whatever is done are deleted.
   */
  void clear() {
    try {
      if (truncated()) {
        return;
      }
    } catch (DatabaseFailure busy) {
      LOG.debugf("The staging table is in use: %s", busy.getMessage());
    }
    deleteDone();
  }

  @Transactional(TxType.REQUIRES_NEW)
  boolean truncated() {
    database.update("set local lock_timeout = '100ms'");
    database.update("lock table staged_row in access exclusive mode");
    if (database.number("select count(*) from trade_import where status = 'RUNNING'") > 0) {
      return false;
    }
    database.update("truncate staged_row");
    database.update("delete from import_slice");
    return true;
  }

  @Transactional(TxType.REQUIRES_NEW)
  void deleteDone() {
    var waiting = "select number from trade_import where status = 'RUNNING'";
    database.update("delete from staged_row where import_number not in (" + waiting + ")");
    database.update("delete from import_slice where import_number not in (" + waiting + ")");
  }
}

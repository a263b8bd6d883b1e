package org.ecosec.investment.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ecosec.investment.change.Change;
import org.ecosec.platform.sql.Database;

/** Tells a change whose figures a merge may have moved. */
@ApplicationScoped
class StagedTouches {

  private final Database database;

  StagedTouches(Database database) {
    this.database = database;
  }

  void touch(UUID id, Change change) {
    database.each(
        """
        select distinct p.id from staged_fact s join project p on p.id = s.id and p.from_revision = ?
        where s.import_id = ? and s.kind = 'PROJECT'
        union
        select project_id from money_transaction where from_revision = ? or to_revision = ?
        """,
        row -> change.touchProject(row.getString(1)),
        change.revision(),
        id,
        change.revision(),
        change.revision());
    database.each(
        "select id from milestone where from_revision = ?",
        row -> change.touchMilestone(row.getString(1)),
        change.revision());
    database.each(
        "select id from pledge where from_revision = ?",
        row -> change.touchPledge(row.getString(1)),
        change.revision());
    if (database.number(
            "select count(*) from exchange_rate where from_revision = ?", change.revision())
        > 0) {
      change.touchEveryPledge();
    }
  }
}

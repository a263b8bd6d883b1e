package org.ecosec.trade.observation;

import jakarta.enterprise.context.ApplicationScoped;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.sql.Database;

/** Keeps what one side reported apart from what was reconciled: a source is one or the other. */
@ApplicationScoped
class SourceBasis {

  private final Database database;

  SourceBasis(Database database) {
    this.database = database;
  }

  void refuseOther(String source, Basis basis) {
    long other =
        database.number(
            """
            select count(*) from (
              select 1 from slice where source = ? and basis <> ?
              union all select 1 from trade_import where source = ? and basis <> ? and status = 'RUNNING'
              limit 1) other
            """,
            source,
            basis,
            source,
            basis);
    if (other > 0) {
      throw Problem.unprocessable(
          "other-basis",
          "The source "
              + source
              + " holds figures that are not "
              + basis
              + "; name another source for these.");
    }
  }
}

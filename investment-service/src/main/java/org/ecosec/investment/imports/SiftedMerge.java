package org.ecosec.investment.imports;

import jakarta.enterprise.context.ApplicationScoped;
import org.ecosec.investment.change.Change;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.sql.DatabaseFailure;

/**
 * Applies what is staged, and takes out a part whose row breaks a rule that only the database
 * keeps, with its line, until the rest stands: one bad row fails no file.
 */
@ApplicationScoped
class SiftedMerge {

  private static final int MOST_FAULTS = 100;

  private final Database database;
  private final StagedMerge merge;
  private final StagedChecks checks;
  private final StagedTouches touches;

  SiftedMerge(Database database, StagedMerge merge, StagedChecks checks, StagedTouches touches) {
    this.database = database;
    this.merge = merge;
    this.checks = checks;
    this.touches = touches;
  }

  /** What was written, and how many rows went on the way. */
  record Sifted(StagedMerge.Counts counts, long rejected) {}

  Sifted apply(ImportMerge.Claim claim, Change change) {
    long rejected = 0;
    for (int faults = 0; ; faults++) {
      database.update("savepoint sifted");
      try {
        var counts = merge.apply(claim, change.revision());
        if (counts.changed()) {
          touches.touch(claim.id(), change);
        }
        return new Sifted(counts, rejected);
      } catch (DatabaseFailure failure) {
        database.update("rollback to savepoint sifted");
        rejected += takeOut(claim, change.revision(), failure);
        if (faults == MOST_FAULTS) {
          throw failure;
        }
      }
    }
  }

  private long takeOut(ImportMerge.Claim claim, long revision, DatabaseFailure failure) {
    var broken = BrokenRule.of(failure).orElseThrow(() -> failure);
    long before = staged(claim);
    long gone =
        broken.fact() == null
            ? checks.reject(claim, broken, lastOfShortestThatFails(claim, revision))
            : checks.reject(claim, broken);
    if (staged(claim) == before) {
      throw failure;
    }
    return gone + checks.settle(claim);
  }

  private long staged(ImportMerge.Claim claim) {
    return database.number("select count(*) from staged_fact where import_id = ?", claim.id());
  }

  // Where the server does not name the row: the shortest beginning of the file that breaks a rule
  // ends with it.
  private long lastOfShortestThatFails(ImportMerge.Claim claim, long revision) {
    var parts =
        database.list(
            "select distinct part from staged_fact where import_id = ? order by part",
            row -> row.getLong(1),
            claim.id());
    int stands = 0;
    int fails = parts.size();
    while (fails - stands > 1) {
      int middle = (stands + fails) / 2;
      if (stands(claim, revision, parts.get(middle - 1))) {
        stands = middle;
      } else {
        fails = middle;
      }
    }
    return parts.get(fails - 1);
  }

  private boolean stands(ImportMerge.Claim claim, long revision, long lastPart) {
    database.update("savepoint tried");
    try {
      database.update(
          "delete from staged_fact where import_id = ? and part > ?", claim.id(), lastPart);
      merge.apply(claim, revision);
      return true;
    } catch (DatabaseFailure failure) {
      if (BrokenRule.of(failure).isEmpty()) {
        throw failure;
      }
      return false;
    } finally {
      database.update("rollback to savepoint tried");
    }
  }
}

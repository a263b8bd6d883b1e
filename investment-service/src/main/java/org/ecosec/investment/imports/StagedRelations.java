package org.ecosec.investment.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.ecosec.platform.sql.Database;

/**
 * Settles what staged projects and pledges are to others, which the file states by name: what is
 * named has to be staged or on record, and nothing leads back to itself. Of an activity, what is
 * not on record is left as its publisher wrote it, and joined when it comes.
 */
@ApplicationScoped
class StagedRelations {

  private static final int LEVELS = 20;

  private final Database database;
  private final StagedRejects rejects;

  StagedRelations(Database database, StagedRejects rejects) {
    this.database = database;
    this.rejects = rejects;
  }

  /** Answers how many rows went; the same again where nothing has gone since. */
  long settle(ImportMerge.Claim claim) {
    var id = claim.id();
    if (claim.isIati()) {
      database.update(RelationQueries.ADOPT_STAGED, id);
      database.update(RelationQueries.ADOPT_KNOWN, id, id);
      database.update(RelationQueries.SAME, id, id, id);
      for (var field : List.of("parent_id", "same_as")) {
        database.update(RelationQueries.FORGET.formatted(field), id, claim.mayNotSee());
      }
    }
    long rejected = rejectUnknown(claim);
    return rejected + rejectCircular(id) + rejectUnknown(claim);
  }

  // A part that goes may be what another one names.
  private long rejectUnknown(ImportMerge.Claim claim) {
    long rejected = 0;
    for (int level = 0; level <= LEVELS; level++) {
      long gone = unknown(claim, "parent_id", "UNKNOWN_PARENT", "the parent");
      gone += unknown(claim, "same_as", "UNKNOWN_SAME_PROJECT", "the project that counts");
      gone += unknownPledges(claim);
      rejected += gone;
      if (gone == 0) {
        return rejected;
      }
    }
    return rejected;
  }

  private long unknown(ImportMerge.Claim claim, String field, String code, String what) {
    return rejects.reject(
        claim.id(),
        code,
        "There is no such project: import " + what + " first, or in the same file.",
        RelationQueries.UNKNOWN.formatted(field),
        claim.id(),
        claim.mayNotSee());
  }

  private long unknownPledges(ImportMerge.Claim claim) {
    return rejects.reject(
        claim.id(),
        "UNKNOWN_PLEDGE",
        "There is no such pledge: import those that are named first, or in the same file.",
        RelationQueries.PLEDGES,
        claim.id(),
        claim.mayNotSee());
  }

  private long rejectCircular(UUID id) {
    long circular =
        rejects.reject(
            id,
            "CIRCULAR_PARENTS",
            "A project cannot be part of itself: give another parent.",
            RelationQueries.UP + "up.id = up.start",
            id);
    return circular
        + rejects.reject(
            id,
            "PARENTS_TOO_DEEP",
            "Projects nest at most " + LEVELS + " levels deep.",
            RelationQueries.UP + "up.depth > " + LEVELS,
            id);
  }
}

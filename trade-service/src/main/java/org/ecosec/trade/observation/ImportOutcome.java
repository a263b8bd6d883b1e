package org.ecosec.trade.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.ToLongFunction;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** Writes down what became of an import, in the transaction that made it so. */
@ApplicationScoped
class ImportOutcome {

  private final Database database;
  private final Clock clock;

  ImportOutcome(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * {@code repeated}: lines that were taken for observations at first; {@code revision} or null.
   */
  void complete(
      ImportMerge.Claim claim,
      List<MergedSlice> slices,
      long repeated,
      boolean baseline,
      @Nullable Long revision) {
    // A line can report two flows, so repeated lines say nothing of how many observations went.
    long accepted = sum(slices, MergedSlice::rows);
    boolean nothingTaken = accepted == 0;
    database.update(
        """
        update trade_import set status = ?, failure = ?, baseline = ?, revision = ?, completed_at = ?,
          rows_accepted = ?, rows_rejected = rows_rejected + ?,
          rows_added = ?, rows_unchanged = ?, rows_revised = ?, rows_deleted = ?
        where id = ?
        """,
        nothingTaken ? ImportView.Status.FAILED : ImportView.Status.COMPLETED,
        nothingTaken ? "No row could be taken; see the rejects." : null,
        baseline,
        revision,
        clock.instant(),
        accepted,
        repeated,
        sum(slices, MergedSlice::added),
        sum(slices, MergedSlice::unchanged),
        sum(slices, MergedSlice::revised),
        sum(slices, MergedSlice::deleted),
        claim.id());
  }

  void refuse(ImportMerge.Claim claim, String failure) {
    database.update(
        """
        update trade_import set status = 'FAILED', failure = ?, completed_at = ?, rows_accepted = 0
        where id = ?
        """,
        failure,
        clock.instant(),
        claim.id());
  }

  private static long sum(List<MergedSlice> slices, ToLongFunction<MergedSlice> count) {
    return slices.stream().mapToLong(count).sum();
  }
}

package org.ecosec.trade.observation;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Makes a staged import visible: one transaction under the merge lock closes what was revised or
 * withdrawn, adds what is new, and tells of each slice that changed. An import that changes nothing
 * writes nothing.
 */
@ApplicationScoped
class ImportMerge {

  private static final int MAX_SECONDS = 7_200;

  private final Database database;
  private final Revisions revisions;
  private final MergeSlices slices;
  private final NewRows newRows;
  private final MergedRows mergedRows;
  private final ImportOutcome outcome;
  private final ImportProgress progress;
  private final ObservationEvents events;
  private final Outbox outbox;

  ImportMerge(
      Database database,
      Revisions revisions,
      MergeSlices slices,
      NewRows newRows,
      MergedRows mergedRows,
      ImportOutcome outcome,
      ImportProgress progress,
      ObservationEvents events,
      Outbox outbox) {
    this.database = database;
    this.revisions = revisions;
    this.slices = slices;
    this.newRows = newRows;
    this.mergedRows = mergedRows;
    this.outcome = outcome;
    this.progress = progress;
    this.events = events;
    this.outbox = outbox;
  }

  /** Which import, from which source, and what was asked for. */
  record Claim(
      UUID id,
      long number,
      String source,
      Basis basis,
      ImportMode mode,
      @Nullable Boolean baseline,
      boolean backfill,
      long rowsRejected,
      Columns columns) {

    boolean isComplete() {
      return mode == ImportMode.COMPLETE;
    }
  }

  /** Which optional figures the file reports; of the others, what is known stands. */
  record Columns(boolean weight, boolean quantity, boolean estimate) {
    boolean all() {
      return weight && quantity && estimate;
    }
  }

  /** True if the import was waiting; false if another replica has it or it is done. */
  @Transactional(TxType.REQUIRES_NEW)
  @TransactionConfiguration(timeout = MAX_SECONDS)
  boolean merge(UUID id) {
    var claimed =
        database.first(
            """
            select id, number, source, basis, mode, baseline, backfill, rows_rejected, has_weight,
              has_quantity, has_estimate
            from trade_import
            where id = ? and status = 'RUNNING' for update skip locked
            """,
            row ->
                new Claim(
                    row.getObject(1, UUID.class),
                    row.getLong(2),
                    row.getString(3),
                    Basis.valueOf(row.getString(4)),
                    ImportMode.valueOf(row.getString(5)),
                    row.getObject(6, Boolean.class),
                    row.getBoolean(7),
                    row.getLong(8),
                    new Columns(row.getBoolean(9), row.getBoolean(10), row.getBoolean(11))),
            id);
    claimed.ifPresent(this::merge);
    return claimed.isPresent();
  }

  private void merge(Claim claim) {
    progress.merging(claim, 0);
    if (claim.isComplete() && claim.rowsRejected() > 0) {
      outcome.refuse(
          claim,
          "A complete file may have no refused row, since its absence would be read as a withdrawal;"
              + " see the rejects.");
      progress.end(claim.id());
      return;
    }
    long revision = revisions.begin();
    // Statements of one merge group and sort in memory and not on disk, as far as that goes.
    database.update("set local work_mem = '128MB'");
    boolean baseline = claim.baseline() == null ? isFirstOf(claim) : claim.baseline();
    var all = slices.open(claim);
    long repeated = apply(claim, all, revision);
    slices.close(all, claim, revision);
    var changed = all.stream().filter(MergedSlice::isChanged).toList();
    if (!changed.isEmpty()) {
      outbox.appendAll(events.of(claim, changed, revision, baseline));
    }
    outcome.complete(claim, all, repeated, baseline, changed.isEmpty() ? null : revision);
    progress.end(claim.id());
    if (!changed.isEmpty()) {
      revisions.publish(revision);
    }
  }

  /** Answers how many lines of the file repeat another. */
  private long apply(Claim claim, List<MergedSlice> all, long revision) {
    var compared = of(all, MergedSlice.Kind.COMPARED);
    long repeated = compared.isEmpty() ? 0 : mergedRows.refuseRepeated(claim, all);
    var fresh = of(all, MergedSlice.Kind.NEW);
    if (!fresh.isEmpty()) {
      long written = newRows.write(fresh, claim.number(), revision, watch(claim));
      if (written < fresh.stream().mapToLong(MergedSlice::rows).sum()) {
        repeated = mergedRows.refuseRepeated(claim, all);
      }
      fresh.forEach(slice -> slice.add(slice.rows()));
    }
    if (!compared.isEmpty()) {
      mergedRows.apply(claim, compared, revision);
      if (claim.isComplete()) {
        mergedRows.withdraw(claim, compared, revision);
      }
    }
    return repeated;
  }

  private static List<MergedSlice> of(List<MergedSlice> all, MergedSlice.Kind kind) {
    return all.stream().filter(slice -> slice.kind() == kind).toList();
  }

  // Once in a second; a cancellation is heard there too.
  private LongConsumer watch(Claim claim) {
    var told = new long[] {System.nanoTime()};
    return rows -> {
      if (System.nanoTime() - told[0] > TimeUnit.SECONDS.toNanos(1)) {
        progress.merging(claim, rows);
        told[0] = System.nanoTime();
      }
    };
  }

  private boolean isFirstOf(Claim claim) {
    return database.number(
            "select count(*) from trade_import where source = ? and revision is not null",
            claim.source())
        == 0;
  }
}

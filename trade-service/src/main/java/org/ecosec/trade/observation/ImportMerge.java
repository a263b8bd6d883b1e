package org.ecosec.trade.observation;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Makes a staged import visible: one transaction under the merge lock closes what was revised, adds
 * what is new, and tells of each slice that changed. An import that changes nothing writes nothing.
 */
@ApplicationScoped
class ImportMerge {

  private static final int MAX_SECONDS = 7_200;

  private final Database database;
  private final Revisions revisions;
  private final StagedMerge staged;
  private final ObservationEvents events;
  private final Outbox outbox;
  private final Clock clock;

  ImportMerge(
      Database database,
      Revisions revisions,
      StagedMerge staged,
      ObservationEvents events,
      Outbox outbox,
      Clock clock) {
    this.database = database;
    this.revisions = revisions;
    this.staged = staged;
    this.events = events;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Which import, from which source, and what was asked for. */
  record Claim(
      UUID id, String source, @Nullable Boolean baseline, boolean backfill, Columns columns) {}

  /** Which optional figures the file reports; of the others, what is known stands. */
  record Columns(boolean weight, boolean quantity, boolean estimate) {}

  /** True if the import was waiting; false if another replica has it or it is done. */
  @Transactional(TxType.REQUIRES_NEW)
  @TransactionConfiguration(timeout = MAX_SECONDS)
  boolean merge(UUID id) {
    var claimed =
        database.first(
            """
            select id, source, baseline, backfill, has_weight, has_quantity, has_estimate
            from trade_import
            where id = ? and status = 'RUNNING' for update skip locked
            """,
            row ->
                new Claim(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getObject(3, Boolean.class),
                    row.getBoolean(4),
                    new Columns(row.getBoolean(5), row.getBoolean(6), row.getBoolean(7))),
            id);
    claimed.ifPresent(this::merge);
    return claimed.isPresent();
  }

  private void merge(Claim claim) {
    long revision = revisions.begin();
    boolean baseline = claim.baseline() == null ? isFirstOf(claim) : claim.baseline();
    staged.takeMemory();
    long duplicates = staged.rejectDuplicates(claim.id());
    staged.openSlices(claim);
    var counts = staged.apply(claim, revision);
    staged.clear(claim.id());
    boolean changed = counts.added() + counts.revised() > 0;
    if (changed) {
      outbox.appendAll(events.of(claim, revision, baseline));
    }
    complete(claim, counts, duplicates, baseline, changed ? revision : null);
    if (changed) {
      revisions.publish(revision);
    }
  }

  private boolean isFirstOf(Claim claim) {
    return database.number(
            "select count(*) from trade_import where source = ? and revision is not null",
            claim.source())
        == 0;
  }

  private void complete(
      Claim claim,
      StagedMerge.Counts counts,
      long duplicates,
      boolean baseline,
      @Nullable Long revision) {
    // A line can report two flows, so repeated lines say nothing of how many observations went.
    long accepted = counts.added() + counts.unchanged() + counts.revised();
    boolean nothingTaken = accepted == 0;
    database.update(
        """
        update trade_import set status = ?, failure = ?, baseline = ?, revision = ?, completed_at = ?,
          rows_accepted = ?, rows_rejected = rows_rejected + ?,
          rows_added = ?, rows_unchanged = ?, rows_revised = ?
        where id = ?
        """,
        nothingTaken ? ImportView.Status.FAILED : ImportView.Status.COMPLETED,
        nothingTaken ? "No row could be taken; see the rejects." : null,
        baseline,
        revision,
        clock.instant(),
        accepted,
        duplicates,
        counts.added(),
        counts.unchanged(),
        counts.revised(),
        claim.id());
  }
}

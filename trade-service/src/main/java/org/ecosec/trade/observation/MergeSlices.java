package org.ecosec.trade.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.observation.MergedSlice.Known;
import org.jspecify.annotations.Nullable;

/** The slices that an import reports: what they hold before its merge, and what they hold after. */
@ApplicationScoped
class MergeSlices {

  private final Database database;

  MergeSlices(Database database) {
    this.database = database;
  }

  /** Gives new slices their ids; all of the import, by their number in it. */
  List<MergedSlice> open(ImportMerge.Claim claim) {
    database.update(
        """
        insert into slice (source, reporter, flow, classification, edition, freq, period, year, basis)
        select ?, reporter, flow, classification, edition, freq, period, year, ?
        from import_slice where import_number = ? order by no
        on conflict do nothing
        """,
        claim.source(),
        claim.basis(),
        claim.number());
    database.update(
        """
        update import_slice i set slice_id = s.id from slice s
        where i.import_number = ? and s.source = ? and s.reporter = i.reporter and s.flow = i.flow
          and s.classification = i.classification and s.edition = i.edition and s.freq = i.freq
          and s.period = i.period
        """,
        claim.number(),
        claim.source());
    return database.list(
        """
        select i.no, i.slice_id, s.*, i.rows, i.digest as staged_digest
        from import_slice i join slice s on s.id = i.slice_id
        where i.import_number = ? order by i.no
        """,
        row ->
            new MergedSlice(
                row.getInt("no"),
                row.getInt("slice_id"),
                ObservationEvents.key(row),
                row.getInt("year"),
                row.getLong("rows"),
                row.getString("staged_digest"),
                new Known(
                    row.getLong("open_rows"),
                    row.getString("digest"),
                    row.getObject("changed_revision") == null)),
        claim.number());
  }

  /**
   * What the slices hold now, so that the same file again is recognised without a look at a row.
   */
  void close(Collection<MergedSlice> slices, ImportMerge.Claim claim, long revision) {
    var rows = new ArrayList<@Nullable Object[]>();
    for (MergedSlice slice : slices) {
      if (slice.kind() != MergedSlice.Kind.SAME) {
        rows.add(
            new Object[] {
              slice.openRows(),
              slice.digestAfter(claim.columns().all()),
              slice.isChanged() ? revision : null,
              slice.id()
            });
      }
    }
    database.updateAll(
        """
        update slice set open_rows = ?, digest = ?,
          changed_revision = coalesce(?::bigint, changed_revision)
        where id = ?
        """,
        rows);
  }
}

package org.ecosec.trade.complexity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.observation.SliceChanged;

/** The years that wait to be solved again. */
@ApplicationScoped
class DueMatrices {

  private final Database database;
  private final Clock clock;

  DueMatrices(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Many slices of one year make one entry, which waits until the last of them is in. */
  void add(List<SliceChanged> news) {
    for (SliceChanged changed : news) {
      var slice = changed.slice();
      if (slice.freq().equals("A")) {
        database.update(
            """
            insert into complexity_due as d
              (source, classification, edition, period, revision, touched_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (source, classification, edition, period) do update
              set revision = greatest(d.revision, excluded.revision), touched_at = excluded.touched_at
            """,
            slice.source(),
            slice.classification(),
            slice.edition() == null ? "" : slice.edition(),
            slice.period(),
            changed.revision(),
            clock.instant());
      }
    }
  }

  /** Locks and answers one that nobody has touched since the instant; replicas take others. */
  Optional<MatrixKey> take(Instant settledBefore) {
    return database.first(
        """
        delete from complexity_due where (source, classification, edition, period) = (
          select source, classification, edition, period from complexity_due where touched_at <= ?
          order by touched_at limit 1 for update skip locked)
        returning source, classification, edition, period
        """,
        row ->
            new MatrixKey(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
        settledBefore);
  }
}

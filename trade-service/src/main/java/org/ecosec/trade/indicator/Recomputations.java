package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.indicator.Recomputation.RecomputationView;
import org.ecosec.trade.indicator.Recomputation.Status;

/** The runs that were asked for, one at a time, and how far each has come. */
@ApplicationScoped
class Recomputations {

  private static final int MAX_SLICES = 1_000;
  private static final long MAX_ROWS = 20_000;
  private static final String SELECT =
      "select id, status, asked_at, completed_at, slices, slices_done, cells_changed, failure"
          + " from recomputation ";

  private final Database database;
  private final Clock clock;

  Recomputations(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The run that is under way, or a new one. */
  @Transactional
  RecomputationView ask() {
    database.update(
        """
        insert into recomputation (id, status, asked_at, slices)
        values (?, 'RUNNING', ?, (select count(*) from slice where flow in ('IMPORT', 'EXPORT')
          and freq <> 'P'))
        on conflict do nothing
        """,
        UUID.randomUUID(),
        clock.instant());
    return database.first(SELECT + "where status = 'RUNNING'", Recomputations::view).orElseThrow();
  }

  Optional<RecomputationView> find(UUID id) {
    return database.first(SELECT + "where id = ?", Recomputations::view, id);
  }

  List<RecomputationView> newest(int limit) {
    return database.list(
        SELECT + "order by asked_at desc, id limit ?", Recomputations::view, limit);
  }

  Optional<UUID> running() {
    return database.first(
        "select id from recomputation where status = 'RUNNING'",
        row -> row.getObject(1, UUID.class));
  }

  /** A slice to be computed again, with how many rows it holds. */
  record Slice(int id, String flow, long rows) {}

  /** The next few, of which each fits into memory with those before it. */
  List<Slice> next(UUID id) {
    var slices =
        database.list(
            """
            select s.id, s.flow, s.open_rows from slice s, recomputation r
            where r.id = ? and s.id > r.last_slice and s.flow in ('IMPORT', 'EXPORT')
              and s.freq <> 'P'
            order by s.id limit ?
            """,
            row -> new Slice(row.getInt(1), row.getString(2), row.getLong(3)),
            id,
            MAX_SLICES);
    long rows = 0;
    int taken = 0;
    while (taken < slices.size() && (taken == 0 || rows + slices.get(taken).rows() <= MAX_ROWS)) {
      rows += slices.get(taken).rows();
      taken++;
    }
    return slices.subList(0, taken);
  }

  @Transactional
  void done(UUID id, List<Slice> slices, int changed) {
    database.update(
        """
        update recomputation set last_slice = ?, slices_done = slices_done + ?,
          cells_changed = cells_changed + ? where id = ?
        """,
        slices.getLast().id(),
        slices.size(),
        changed,
        id);
  }

  @Transactional
  void complete(UUID id, int changed) {
    database.update(
        """
        update recomputation set status = ?, completed_at = ?, cells_changed = cells_changed + ?
        where id = ?
        """,
        Status.COMPLETED,
        clock.instant(),
        changed,
        id);
  }

  @Transactional
  void fail(UUID id, String failure) {
    database.update(
        "update recomputation set status = ?, completed_at = ?, failure = ? where id = ?",
        Status.FAILED,
        clock.instant(),
        failure,
        id);
  }

  private static RecomputationView view(ResultSet row) throws SQLException {
    var completed = row.getObject(4, OffsetDateTime.class);
    return new RecomputationView(
        row.getObject(1, UUID.class),
        Status.valueOf(row.getString(2)),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        completed == null ? null : completed.toInstant(),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getString(8));
  }
}

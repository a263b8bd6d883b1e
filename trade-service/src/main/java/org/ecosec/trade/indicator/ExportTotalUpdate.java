package org.ecosec.trade.indicator;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.indicator.TouchedCells.Touched;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what each exporter reports of a product in all: its World row, else the sum of partners.
 */
@ApplicationScoped
class ExportTotalUpdate {

  private static final int MAX_SECONDS = 1_800;

  private final Database database;
  private final TouchedCells touched;
  private final Economies economies;
  private final Revisions revisions;

  ExportTotalUpdate(
      Database database, TouchedCells touched, Economies economies, Revisions revisions) {
    this.database = database;
    this.touched = touched;
    this.economies = economies;
    this.revisions = revisions;
  }

  @Transactional(TxType.REQUIRES_NEW)
  @TransactionConfiguration(timeout = MAX_SECONDS)
  void update(List<Touched> part) {
    write(touched.cells(part), revisions.begin());
  }

  /** Computes every product of some slices again; answers how many changed. */
  @Transactional(TxType.REQUIRES_NEW)
  @TransactionConfiguration(timeout = MAX_SECONDS)
  int recompute(List<Integer> sliceIds) {
    return write(touched.all(sliceIds), revisions.begin());
  }

  private int write(List<TouchedCell> keys, long revision) {
    if (keys.isEmpty()) {
      return 0;
    }
    var known = new HashMap<TouchedCell, BigDecimal>();
    read(
        """
        select e.slice_id, e.product, e.value_usd from unnest(?::integer[], ?::text[]) t (slice_id, product)
          join export_total e on e.slice_id = t.slice_id and e.product = t.product
        where e.to_revision is null
        """,
        keys,
        known);
    var current = current(keys);
    var closed = new ArrayList<@Nullable Object[]>();
    var added = new ArrayList<@Nullable Object[]>();
    for (TouchedCell key : keys) {
      var before = known.get(key);
      var after = current.get(key);
      boolean same = before != null && after != null && before.compareTo(after) == 0;
      if (same || (before == null && after == null)) {
        continue;
      }
      if (before != null) {
        closed.add(new Object[] {revision, key.sliceId(), key.product()});
      }
      if (after != null) {
        added.add(new Object[] {key.product(), after, revision, key.sliceId()});
      }
    }
    if (closed.isEmpty() && added.isEmpty()) {
      return 0;
    }
    database.updateAll(
        "update export_total set to_revision = ? where slice_id = ? and product = ? and to_revision is null",
        closed);
    database.updateAll(
        """
        insert into export_total (slice_id, source, reporter, classification, edition, freq, period,
          product, value_usd, from_revision)
        select id, source, reporter, classification, edition, freq, period, ?, ?, ?
        from slice where id = ?
        """,
        added);
    revisions.publish(revision);
    return Math.max(closed.size(), added.size());
  }

  private void read(String sql, List<TouchedCell> keys, Map<TouchedCell, BigDecimal> into) {
    database.each(
        sql,
        row -> into.put(new TouchedCell(row.getInt(1), row.getString(2)), row.getBigDecimal(3)),
        keys.stream().map(TouchedCell::sliceId).toList(),
        keys.stream().map(TouchedCell::product).toList());
  }

  private Map<TouchedCell, BigDecimal> current(List<TouchedCell> keys) {
    var world = new HashMap<TouchedCell, BigDecimal>();
    var partners =
        new TreeMap<TouchedCell, BigDecimal>(
            java.util.Comparator.comparingInt(TouchedCell::sliceId)
                .thenComparing(TouchedCell::product));
    database.each(
        """
        select s.id, o.product, o.partner, o.value_usd, s.reporter
        from slice s join observation o
          on o.slice_id = s.id and o.classification = s.classification and o.year = s.year
        join unnest(?::integer[], ?::text[]) t (slice_id, product)
          on t.slice_id = o.slice_id and t.product = o.product
        where s.id = any(?::integer[]) and o.to_revision is null
        """,
        row -> {
          var key = new TouchedCell(row.getInt(1), row.getString(2));
          var partner = economies.of(row.getString(3));
          if (partner.code().equals(Economies.WORLD)) {
            world.put(key, row.getBigDecimal(4));
          } else if (partner.kind() != Economy.Kind.AGGREGATE
              && !partner.code().equals(row.getString(5))) {
            partners.merge(key, row.getBigDecimal(4), BigDecimal::add);
          }
        },
        keys.stream().map(TouchedCell::sliceId).toList(),
        keys.stream().map(TouchedCell::product).toList(),
        keys.stream().map(TouchedCell::sliceId).distinct().toList());
    partners.putAll(world);
    return partners;
  }
}

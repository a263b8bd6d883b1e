package org.ecosec.trade.indicator;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.indicator.WorldExports.Group;
import org.ecosec.trade.observation.SliceChanged;

/**
 * Keeps the world's export concentration of the products that news touched, once for all slices of
 * a year: each product rests on all exporters.
 */
@ApplicationScoped
class WorldExportUpdate {

  private static final int MAX_SECONDS = 1_800;
  private static final int BATCH = 500;
  private static final String YEARLY = "A";

  private final Database database;
  private final WorldExports worldExports;
  private final StoredWorldExports stored;
  private final DependencyEvents events;
  private final Revisions revisions;
  private final Outbox outbox;

  WorldExportUpdate(
      Database database,
      WorldExports worldExports,
      StoredWorldExports stored,
      DependencyEvents events,
      Revisions revisions,
      Outbox outbox) {
    this.database = database;
    this.worldExports = worldExports;
    this.stored = stored;
    this.events = events;
    this.revisions = revisions;
    this.outbox = outbox;
  }

  @Transactional(TxType.REQUIRES_NEW)
  @TransactionConfiguration(timeout = MAX_SECONDS)
  void update(List<SliceChanged> news) {
    var groups = new LinkedHashMap<Group, TreeSet<Long>>();
    var silent = new LinkedHashMap<Group, Boolean>();
    for (SliceChanged changed : news) {
      var slice = changed.slice();
      if (slice.freq().equals(YEARLY)) {
        var group = new Group(slice.source(), slice.classification(), YEARLY, slice.period());
        groups.computeIfAbsent(group, key -> new TreeSet<>()).add(changed.revision());
        silent.merge(group, changed.baseline() || changed.backfill(), Boolean::logicalAnd);
      }
    }
    if (groups.isEmpty()) {
      return;
    }
    long revision = revisions.begin();
    int changed = 0;
    for (Map.Entry<Group, TreeSet<Long>> group : groups.entrySet()) {
      var products = touched(group.getKey(), List.copyOf(group.getValue()));
      var written = write(group.getKey(), products, revision);
      changed += written.size();
      boolean quiet = silent.getOrDefault(group.getKey(), true);
      outbox.appendAll(events.of(group.getKey(), written, revision, quiet));
    }
    if (changed > 0) {
      revisions.publish(revision);
    }
  }

  /** Computes all of them again; answers how many changed. Nobody is told. */
  @Transactional(TxType.REQUIRES_NEW)
  @TransactionConfiguration(timeout = MAX_SECONDS)
  int recompute() {
    var groups =
        database.list(
            "select distinct source, classification, freq, period from slice where freq = 'A' order by 1, 2, 3, 4",
            row ->
                new Group(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    long revision = revisions.begin();
    int changed = 0;
    for (Group group : groups) {
      changed += write(group, all(group), revision).size();
    }
    if (changed > 0) {
      revisions.publish(revision);
    }
    return changed;
  }

  private List<String> write(Group group, List<String> products, long revision) {
    var changed = new ArrayList<String>();
    for (int from = 0; from < products.size(); from += BATCH) {
      var batch = products.subList(from, Math.min(products.size(), from + BATCH));
      var known = stored.open(group, batch);
      var current = worldExports.compute(group, batch);
      var closed = new ArrayList<String>();
      var added = new ArrayList<WorldExport>();
      for (String product : batch) {
        var before = known.get(product);
        var after = current.get(product);
        if (before == null ? after == null : before.equals(after)) {
          continue;
        }
        if (before != null) {
          closed.add(product);
        }
        if (after != null) {
          added.add(after);
        }
        changed.add(product);
      }
      if (!closed.isEmpty() || !added.isEmpty()) {
        stored.write(group, closed, added, revision);
      }
    }
    return changed;
  }

  // A slice that is new can change how many economies report, and so every product of its year.
  private List<String> touched(Group group, List<Long> newsRevisions) {
    boolean newReporter =
        database.number(
                """
                select count(*) from (select count(distinct reporter) as now,
                  (select max(reporters) from world_export where source = ? and classification = ?
                    and freq = ? and period = ? and to_revision is null) as before
                from slice where source = ? and classification = ? and freq = ? and period = ?) r
                where now is distinct from before
                """,
                group.source(),
                group.classification(),
                group.freq(),
                group.period(),
                group.source(),
                group.classification(),
                group.freq(),
                group.period())
            > 0;
    if (newReporter) {
      return all(group);
    }
    return database.list(
        """
        select distinct o.product from slice s join observation o
          on o.slice_id = s.id and o.classification = s.classification and o.year = s.year
        where s.source = ? and s.classification = ? and s.freq = ? and s.period = ?
          and s.flow in ('IMPORT', 'EXPORT') and s.freq <> 'P'
          and (o.from_revision = any(?) or o.to_revision = any(?))
        order by 1
        """,
        row -> row.getString(1),
        group.source(),
        group.classification(),
        group.freq(),
        group.period(),
        newsRevisions,
        newsRevisions);
  }

  private List<String> all(Group group) {
    return database.list(
        """
        select distinct product from (
          select product from export_total where source = ? and classification = ? and freq = ?
            and period = ? and to_revision is null
          union all select product from concentration where source = ? and classification = ?
            and freq = ? and period = ? and to_revision is null
          union all select product from world_export where source = ? and classification = ?
            and freq = ? and period = ? and to_revision is null) p
        order by 1
        """,
        row -> row.getString(1),
        group.source(),
        group.classification(),
        group.freq(),
        group.period(),
        group.source(),
        group.classification(),
        group.freq(),
        group.period(),
        group.source(),
        group.classification(),
        group.freq(),
        group.period());
  }
}

package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.indicator.WorldExports.Group;
import org.jspecify.annotations.Nullable;

/** The base values of export concentrations: append-only, written when they change. */
@ApplicationScoped
class StoredWorldExports {

  private final Database database;

  StoredWorldExports(Database database) {
    this.database = database;
  }

  /** The stored figures of products, as they stand. */
  Map<String, WorldExport> open(Group group, List<String> products) {
    var found = new HashMap<String, WorldExport>();
    database.each(
        """
        select * from world_export where classification = ? and product = any(?) and freq = ?
          and period = ? and source = ? and to_revision is null
        """,
        row -> found.put(row.getString("product"), WorldExport.of(row)),
        group.classification(),
        products,
        group.freq(),
        group.period(),
        group.source());
    return found;
  }

  void write(Group group, List<String> closed, List<WorldExport> added, long revision) {
    database.update(
        """
        update world_export set to_revision = ? where classification = ? and product = any(?)
          and freq = ? and period = ? and source = ? and to_revision is null
        """,
        revision,
        group.classification(),
        closed,
        group.freq(),
        group.period(),
        group.source());
    var rows = new ArrayList<@Nullable Object[]>();
    added.forEach(figures -> rows.add(row(group, figures, revision)));
    database.updateAll(
        """
        insert into world_export (source, classification, product, freq, period, basis, reporters,
          exporters, reported_usd, mirrored_usd, hhi, hhi_lower, hhi_upper, effective, top1_partner,
          top1_share, top1_usd, top3_share, coverage, from_revision)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private static @Nullable Object[] row(Group group, WorldExport figures, long revision) {
    var top = figures.top1();
    return new @Nullable Object[] {
      group.source(),
      group.classification(),
      figures.product(),
      group.freq(),
      group.period(),
      figures.basis(),
      figures.reporters(),
      figures.exporters(),
      figures.reportedUsd(),
      figures.mirroredUsd(),
      figures.hhi(),
      figures.hhiLower(),
      figures.hhiUpper(),
      figures.effective(),
      top == null ? null : top.partner(),
      top == null ? null : top.share(),
      top == null ? null : top.valueUsd(),
      figures.top3Share(),
      figures.coverage(),
      revision
    };
  }
}

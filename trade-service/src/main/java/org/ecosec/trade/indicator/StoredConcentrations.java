package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The base values of concentrations: append-only, written when they change. */
@ApplicationScoped
class StoredConcentrations {

  private static final String CLOSE =
      "update concentration set to_revision = ? where slice_id = ? and product = ? and to_revision is null";
  private static final String ADD =
      """
      insert into concentration (slice_id, product, hhi, hhi_lower, hhi_upper, hhi_normalised,
        effective_suppliers, top1_partner, top1_share, top1_share_of_world, top3_share, suppliers,
        coverage, total_usd, unallocated_usd, residual_usd, re_imports_usd, verdict, reason,
        observed_revision, from_revision)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Database database;

  StoredConcentrations(Database database) {
    this.database = database;
  }

  record CellKey(int sliceId, String product) {}

  /** New figures of a cell beside those that they replace, null for a new cell. */
  record Change(CellKey key, Figures current, @Nullable Figures previous) {}

  Map<CellKey, Figures> open(Collection<Integer> sliceIds) {
    var open = new HashMap<CellKey, Figures>();
    database.each(
        "select * from concentration where slice_id = any(?) and to_revision is null",
        row ->
            open.put(new CellKey(row.getInt("slice_id"), row.getString("product")), figures(row)),
        sliceIds);
    return open;
  }

  void write(List<Change> changes, long revision) {
    var closed = new ArrayList<@Nullable Object[]>();
    var added = new ArrayList<@Nullable Object[]>();
    for (Change change : changes) {
      if (change.previous() != null) {
        closed.add(new Object[] {revision, change.key().sliceId(), change.key().product()});
      }
      added.add(row(change.key(), change.current(), revision));
    }
    database.updateAll(CLOSE, closed);
    database.updateAll(ADD, added);
  }

  private static @Nullable Object[] row(CellKey key, Figures figures, long revision) {
    var top = figures.top1();
    return new @Nullable Object[] {
      key.sliceId(),
      key.product(),
      figures.hhi(),
      figures.hhiLower(),
      figures.hhiUpper(),
      figures.hhiNormalised(),
      figures.effectiveSuppliers(),
      top == null ? null : top.partner(),
      top == null ? null : top.share(),
      top == null ? null : top.shareOfWorld(),
      figures.top3Share(),
      figures.suppliers(),
      figures.coverage(),
      figures.totalUsd(),
      figures.unallocatedUsd(),
      figures.residualUsd(),
      figures.reImportsUsd(),
      figures.verdict(),
      figures.reason(),
      revision - 1,
      revision
    };
  }

  static Figures figures(ResultSet row) throws SQLException {
    var partner = row.getString("top1_partner");
    BigDecimal share = row.getBigDecimal("top1_share");
    BigDecimal shareOfWorld = row.getBigDecimal("top1_share_of_world");
    return new Figures(
        row.getBigDecimal("hhi"),
        row.getBigDecimal("hhi_lower"),
        row.getBigDecimal("hhi_upper"),
        row.getBigDecimal("hhi_normalised"),
        row.getBigDecimal("effective_suppliers"),
        partner == null ? null : new Figures.Top(partner, share, shareOfWorld),
        row.getBigDecimal("top3_share"),
        row.getInt("suppliers"),
        row.getBigDecimal("coverage"),
        row.getBigDecimal("total_usd"),
        row.getBigDecimal("unallocated_usd"),
        row.getBigDecimal("residual_usd"),
        row.getBigDecimal("re_imports_usd"),
        row.getString("verdict"),
        row.getString("reason"));
  }
}

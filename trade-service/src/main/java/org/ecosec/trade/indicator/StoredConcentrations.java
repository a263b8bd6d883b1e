package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
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

  private static final int BATCH = 1_000;
  private static final String CLOSE =
      "update concentration set to_revision = ? where slice_id = ? and product = ? and to_revision is null";
  private static final String ADD =
      """
      insert into concentration (slice_id, source, reporter, classification, edition, freq, period,
        product, hhi, hhi_lower, hhi_upper, hhi_normalised, effective_suppliers, top1_partner,
        top1_share, top1_share_of_world, top1_usd, top3_share, suppliers, coverage, total_usd,
        unallocated_usd, residual_usd, re_imports_usd, quantity_hhi, quantity_coverage,
        quantity_unit, observed_revision, from_revision)
      select id, source, reporter, classification, edition, freq, period,
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
      from slice where id = ?
      """;

  private final Database database;
  private final IndicatorConfig config;

  StoredConcentrations(Database database, IndicatorConfig config) {
    this.database = database;
    this.config = config;
  }

  /** Figures of a cell now and before; null where there are none. */
  record Change(TouchedCell key, @Nullable Figures current, @Nullable Figures previous) {}

  Map<TouchedCell, Figures> open(Collection<TouchedCell> cells) {
    var open = new HashMap<TouchedCell, Figures>();
    database.each(
        """
        select c.* from unnest(?::integer[], ?::text[]) touched (slice_id, product)
          join concentration c on c.slice_id = touched.slice_id and c.product = touched.product
        where c.to_revision is null
        """,
        row ->
            open.put(
                new TouchedCell(row.getInt("slice_id"), row.getString("product")), figures(row)),
        cells.stream().map(TouchedCell::sliceId).toList(),
        cells.stream().map(TouchedCell::product).toList());
    return open;
  }

  void write(List<Change> changes, long revision) {
    for (int from = 0; from < changes.size(); from += BATCH) {
      writeBatch(changes.subList(from, Math.min(changes.size(), from + BATCH)), revision);
    }
  }

  private void writeBatch(List<Change> changes, long revision) {
    var closed = new ArrayList<@Nullable Object[]>();
    var added = new ArrayList<@Nullable Object[]>();
    for (Change change : changes) {
      if (change.previous() != null) {
        closed.add(new Object[] {revision, change.key().sliceId(), change.key().product()});
      }
      if (change.current() != null) {
        added.add(row(change.key(), change.current(), revision));
      }
    }
    database.updateAll(CLOSE, closed);
    database.updateAll(ADD, added);
  }

  private static @Nullable Object[] row(TouchedCell key, Figures figures, long revision) {
    var top = figures.top1();
    return new @Nullable Object[] {
      key.product(),
      figures.hhi(),
      figures.hhiLower(),
      figures.hhiUpper(),
      figures.hhiNormalised(),
      figures.effectiveSuppliers(),
      top == null ? null : top.partner(),
      top == null ? null : top.share(),
      top == null ? null : top.shareOfWorld(),
      top == null ? null : top.valueUsd(),
      figures.top3Share(),
      figures.suppliers(),
      figures.coverage(),
      figures.totalUsd(),
      figures.unallocatedUsd(),
      figures.residualUsd(),
      figures.reImportsUsd(),
      figures.quantity().hhi(),
      figures.quantity().coverage(),
      figures.quantity().unit(),
      revision - 1,
      revision,
      key.sliceId()
    };
  }

  /** The figures of a row; the verdict is that of the thresholds as they are configured. */
  Figures figures(ResultSet row) throws SQLException {
    var hhi = row.getBigDecimal("hhi");
    var lower = row.getBigDecimal("hhi_lower");
    var upper = row.getBigDecimal("hhi_upper");
    var verdict = Figures.verdict(lower, upper, config.concentrationThreshold());
    return new Figures(
        hhi,
        lower,
        upper,
        row.getBigDecimal("hhi_normalised"),
        row.getBigDecimal("effective_suppliers"),
        top(row),
        row.getBigDecimal("top3_share"),
        row.getInt("suppliers"),
        row.getBigDecimal("coverage"),
        row.getBigDecimal("total_usd"),
        row.getBigDecimal("unallocated_usd"),
        row.getBigDecimal("residual_usd"),
        row.getBigDecimal("re_imports_usd"),
        Figures.Quantity.of(
            row.getBigDecimal("quantity_hhi"),
            row.getBigDecimal("quantity_coverage"),
            row.getString("quantity_unit")),
        verdict,
        Figures.reason(lower != null, verdict != null, hhi != null));
  }

  private static Figures.@Nullable Top top(ResultSet row) throws SQLException {
    var partner = row.getString("top1_partner");
    return partner == null
        ? null
        : new Figures.Top(
            partner,
            row.getBigDecimal("top1_share"),
            row.getBigDecimal("top1_share_of_world"),
            row.getBigDecimal("top1_usd"));
  }
}

package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.jspecify.annotations.Nullable;

/** The rows behind figures, as they were when the figures were computed. */
@ApplicationScoped
class SupplierInputs {

  private static final int SHARE_DECIMALS = 12;

  private final Database database;
  private final Economies economies;

  SupplierInputs(Database database, Economies economies) {
    this.database = database;
    this.economies = economies;
  }

  /** Those that have their rows already keep them. */
  List<ConcentrationView> expanded(List<ConcentrationView> views) {
    var rows = rows(views.stream().filter(view -> view.inputs() == null).toList());
    return views.stream()
        .map(
            view ->
                view.inputs() == null
                    ? view.with(view.ranks(), rows.getOrDefault(view, List.of()))
                    : view)
        .toList();
  }

  /** Without rows: inputsAt leads to them. */
  static List<ConcentrationView> folded(List<ConcentrationView> views) {
    return views.stream()
        .map(view -> view.inputs() == null ? view : view.with(view.ranks(), null))
        .toList();
  }

  private Map<ConcentrationView, List<SupplierInput>> rows(List<ConcentrationView> views) {
    var found = new HashMap<ConcentrationView, List<SupplierInput>>();
    database.each(
        """
        select w.place, o.partner, o.value_usd, o.net_weight_kg, o.quantity, o.quantity_unit,
          o.estimated, o.from_revision
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
            ?::bigint[])
          with ordinality w (source, importer, classification, edition, freq, period, product,
            revision, place)
        join slice s on s.source = w.source and s.reporter = w.importer and s.flow = 'IMPORT'
          and s.classification = w.classification and s.edition = w.edition and s.freq = w.freq
          and s.period = w.period
        join observation o on o.slice_id = s.id and o.classification = s.classification
          and o.year = s.year and o.product = w.product
          and o.from_revision < w.revision
          and (o.to_revision is null or o.to_revision >= w.revision)
        order by w.place, o.value_usd desc, o.partner
        """,
        row -> {
          var view = views.get(row.getInt(1) - 1);
          found.computeIfAbsent(view, key -> new ArrayList<>()).add(input(row, view));
        },
        views.stream().map(ConcentrationView::source).toList(),
        views.stream().map(ConcentrationView::importer).toList(),
        views.stream().map(ConcentrationView::classification).toList(),
        views.stream().map(view -> view.edition() == null ? "" : view.edition()).toList(),
        views.stream().map(ConcentrationView::freq).toList(),
        views.stream().map(ConcentrationView::period).toList(),
        views.stream().map(ConcentrationView::product).toList(),
        views.stream().map(ConcentrationView::revision).toList());
    return found;
  }

  private SupplierInput input(ResultSet row, ConcentrationView view) throws SQLException {
    var partner = economies.of(row.getString(2));
    var value = row.getBigDecimal(3);
    var role = role(partner, view.importer());
    return new SupplierInput(
        partner.code(),
        partner.name(),
        role,
        value,
        role == SupplierInput.Role.SUPPLIER ? share(value, view.totalUsd()) : null,
        row.getBigDecimal(4),
        row.getBigDecimal(5),
        row.getString(6),
        row.getBoolean(7),
        row.getLong(8));
  }

  private static SupplierInput.Role role(Economy partner, String importer) {
    if (partner.code().equals(Economies.WORLD)) {
      return SupplierInput.Role.WORLD;
    }
    if (partner.code().equals(importer)) {
      return SupplierInput.Role.RE_IMPORT;
    }
    if (partner.supplies()) {
      return SupplierInput.Role.SUPPLIER;
    }
    return partner.kind() == Economy.Kind.UNALLOCATED
        ? SupplierInput.Role.UNALLOCATED
        : SupplierInput.Role.NOT_COUNTED;
  }

  static @Nullable BigDecimal share(BigDecimal value, BigDecimal total) {
    return total.signum() <= 0 ? null : value.divide(total, SHARE_DECIMALS, RoundingMode.HALF_EVEN);
  }
}

package org.ecosec.trade.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.ecosec.trade.indicator.math.Concentration;
import org.ecosec.trade.indicator.math.QuantityShares;
import org.ecosec.trade.indicator.math.Supplies;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.jspecify.annotations.Nullable;

/** What one importer reports of one product in one slice: the rows behind a concentration. */
final class Cell {

  private static final int MAX_INPUTS = 10;

  private final int sliceId;
  private final String importer;
  private final String product;
  private final List<Line> suppliers = new ArrayList<>();
  private double unallocated;
  private double reImports;
  private OptionalDouble world = OptionalDouble.empty();

  Cell(int sliceId, String importer, String product) {
    this.sliceId = sliceId;
    this.importer = importer;
    this.product = product;
  }

  /** One partner's row; a missing weight or quantity is 0. */
  record Line(
      String partner, double valueUsd, double weightKg, double quantity, @Nullable String unit) {

    /** From columns 4 to 8 of a row. */
    static Line of(ResultSet row) throws SQLException {
      return new Line(
          row.getString(4), row.getDouble(5), row.getDouble(6), row.getDouble(7), row.getString(8));
    }
  }

  /** A supplier with its value in US dollars and its share of everything imported. */
  record Input(String partner, BigDecimal valueUsd, BigDecimal share) {}

  int sliceId() {
    return sliceId;
  }

  String product() {
    return product;
  }

  void add(Economy partner, Line line) {
    if (partner.code().equals(Economies.WORLD)) {
      world = OptionalDouble.of(line.valueUsd());
    } else if (partner.code().equals(importer)) {
      reImports += line.valueUsd();
    } else if (partner.supplies()) {
      suppliers.add(
          new Line(partner.code(), line.valueUsd(), line.weightKg(), line.quantity(), line.unit()));
    } else if (partner.kind() == Economy.Kind.UNALLOCATED) {
      unallocated += line.valueUsd();
    }
  }

  Figures figures(double threshold) {
    var named = new Supplies();
    suppliers.forEach(line -> named.add(line.partner(), line.valueUsd()));
    var concentration =
        Concentration.of(new Concentration.Inputs(named, unallocated, reImports, world), threshold);
    return Figures.of(concentration, quantity(concentration.totalUsd()), threshold);
  }

  // Weight compares across suppliers; another unit counts only where all are reported in it.
  private Figures.Quantity quantity(double totalUsd) {
    double[] values = suppliers.stream().mapToDouble(Line::valueUsd).toArray();
    var byWeight =
        QuantityShares.of(
            values, suppliers.stream().mapToDouble(Line::weightKg).toArray(), totalUsd);
    var units = suppliers.stream().filter(line -> line.quantity() > 0).map(Line::unit).distinct();
    var unit = units.reduce((one, other) -> "").orElse("");
    if (byWeight.hhi().isPresent() || unit == null || unit.isEmpty()) {
      return Figures.Quantity.of(byWeight, byWeight.hhi().isPresent() ? "kg" : null);
    }
    var byUnit =
        QuantityShares.of(
            values, suppliers.stream().mapToDouble(Line::quantity).toArray(), totalUsd);
    return byUnit.hhi().isPresent()
        ? Figures.Quantity.of(byUnit, unit)
        : Figures.Quantity.of(byWeight, null);
  }

  /** The largest suppliers, by value and then by code. */
  List<Input> inputs(double total) {
    return suppliers.stream()
        .filter(supply -> supply.valueUsd() > 0)
        .sorted(Comparator.comparingDouble(Line::valueUsd).reversed().thenComparing(Line::partner))
        .limit(MAX_INPUTS)
        .map(
            supply ->
                new Input(
                    supply.partner(),
                    new BigDecimal(supply.valueUsd()).setScale(2, RoundingMode.HALF_EVEN),
                    Figures.share(supply.valueUsd() / total)))
        .toList();
  }
}

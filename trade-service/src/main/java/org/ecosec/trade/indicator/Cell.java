package org.ecosec.trade.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.ecosec.trade.indicator.math.Concentration;
import org.ecosec.trade.indicator.math.Concentration.Supply;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;

/** What one importer reports of one product in one slice: the rows behind a concentration. */
final class Cell {

  private static final int MAX_INPUTS = 10;

  private final int sliceId;
  private final String importer;
  private final String product;
  private final List<Supply> suppliers = new ArrayList<>();
  private double unallocated;
  private double reImports;
  private OptionalDouble world = OptionalDouble.empty();

  Cell(int sliceId, String importer, String product) {
    this.sliceId = sliceId;
    this.importer = importer;
    this.product = product;
  }

  /** A supplier with its value in US dollars and its share of everything imported. */
  record Input(String partner, BigDecimal valueUsd, BigDecimal share) {}

  int sliceId() {
    return sliceId;
  }

  String product() {
    return product;
  }

  void add(Economy partner, double valueUsd) {
    if (partner.code().equals(Economies.WORLD)) {
      world = OptionalDouble.of(valueUsd);
    } else if (partner.code().equals(importer)) {
      reImports += valueUsd;
    } else if (partner.supplies()) {
      suppliers.add(new Supply(partner.code(), valueUsd));
    } else if (partner.kind() == Economy.Kind.UNALLOCATED) {
      unallocated += valueUsd;
    }
  }

  Concentration concentration() {
    return Concentration.of(
        new Concentration.Inputs(List.copyOf(suppliers), unallocated, reImports, world));
  }

  /** The largest suppliers, by value and then by code. */
  List<Input> inputs(double total) {
    return suppliers.stream()
        .filter(supply -> supply.valueUsd() > 0)
        .sorted(
            Comparator.comparingDouble(Supply::valueUsd).reversed().thenComparing(Supply::partner))
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

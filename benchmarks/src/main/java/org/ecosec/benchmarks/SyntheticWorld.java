package org.ecosec.benchmarks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.ecosec.trade.indicator.math.Concentration.Supply;
import org.ecosec.trade.reference.ReferenceCsv;

/**
 * The imports of one made-up year, the same at every run: 220 economies trade HS 2022 subheadings.
 * Its shape is that of CEPII's BACI: 951,395 cells of an importer and a product with 7 suppliers in
 * the median and 12 in the mean, values lognormal with a median of 6.7 thousand US dollars.
 */
final class SyntheticWorld {
  static final int ALL_CELLS = 951_395;
  private static final int ECONOMIES = 220;
  private static final int CELLS_PER_IMPORTER = 4_325;
  private static final double LN_SUPPLIERS = Math.log(7);
  private static final double SD_LN_SUPPLIERS = 1.02;
  private static final double LN_THOUSAND_USD = 1.9;
  private static final double SD_LN_USD = 3.14;
  // Draws the first ten economies for about half of all rows.
  private static final double SKEW = 4.5;

  private final List<Trader> economies;
  private final List<String> products;

  SyntheticWorld() {
    economies =
        ReferenceCsv.read("economies.csv").stream()
            .filter(row -> row.getField("kind").equals("ECONOMY"))
            .filter(row -> !row.getField("comtradeCode").isEmpty())
            .map(row -> new Trader(row.getField("code"), row.getField("comtradeCode")))
            .limit(ECONOMIES)
            .toList();
    products =
        ReferenceCsv.read("hs2022.csv").stream()
            .map(row -> row.getField("code"))
            .filter(code -> code.length() == 6)
            .limit(CELLS_PER_IMPORTER)
            .toList();
  }

  /** An economy by its code and by Comtrade's number. */
  record Trader(String code, String comtradeNumber) {}

  /** What one importer buys of one product, by supplier in no order. */
  record Cell(int importer, String product, List<Supply> suppliers) {
    double worldUsd() {
      return suppliers.stream().mapToDouble(Supply::valueUsd).sum();
    }
  }

  Trader economy(int index) {
    return economies.get(index);
  }

  List<Trader> economies() {
    return economies;
  }

  Cell cell(int index) {
    var random = new SplittableRandom(index);
    int importer = index / CELLS_PER_IMPORTER;
    var taken = new BitSet(ECONOMIES);
    taken.set(importer);
    var suppliers = new ArrayList<Supply>();
    for (int left = supplierCount(random); left > 0; left--) {
      int partner = untaken(taken, (int) (ECONOMIES * Math.pow(random.nextDouble(), SKEW)));
      taken.set(partner);
      suppliers.add(new Supply(economies.get(partner).code(), valueUsd(random)));
    }
    return new Cell(importer, products.get(index % CELLS_PER_IMPORTER), suppliers);
  }

  private static int supplierCount(SplittableRandom random) {
    double count = Math.exp(LN_SUPPLIERS + SD_LN_SUPPLIERS * random.nextGaussian());
    return Math.clamp(Math.round(count), 1, ECONOMIES / 2);
  }

  private static int untaken(BitSet taken, int from) {
    int free = taken.nextClearBit(from);
    return free < ECONOMIES ? free : taken.nextClearBit(0);
  }

  /** Whole dollars, at least one. */
  private static double valueUsd(SplittableRandom random) {
    double thousands = Math.exp(LN_THOUSAND_USD + SD_LN_USD * random.nextGaussian());
    return Math.max(1, Math.rint(1_000 * thousands));
  }
}

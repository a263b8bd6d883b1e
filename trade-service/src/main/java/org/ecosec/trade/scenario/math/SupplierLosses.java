package org.ecosec.trade.scenario.math;

import java.util.Arrays;

/**
 * The loss of each supplier of one importer in turn, all products at once: one pass over the rows
 * of its imports, on primitive arrays. Row {@code i} says that the importer bought {@code usd[i]}
 * US dollars of product {@code product[i]} from supplier {@code supplier[i]}, both counted from 0.
 *
 * <p>What a lost supplier sold is at risk; the other exporters of the product can replace at most
 * {@code spare}, their spare exports, of which the lost one's own are taken away.
 */
public final class SupplierLosses {

  private final double[] atRisk;
  private final double[] residual;
  private final int[] products;
  private final int[] soleSupplies;

  private SupplierLosses(int suppliers) {
    atRisk = new double[suppliers];
    residual = new double[suppliers];
    products = new int[suppliers];
    soleSupplies = new int[suppliers];
  }

  /** {@code spareUsd}: the spare exports of each product in all, in US dollars of the horizon. */
  public static SupplierLosses of(ImportRows rows, double[] spareUsd, int suppliers) {
    var losses = new SupplierLosses(suppliers);
    var total = new double[spareUsd.length];
    for (int i = 0; i < rows.size; i++) {
      total[rows.product[i]] += rows.usd[i];
    }
    for (int i = 0; i < rows.size; i++) {
      losses.lose(
          rows.supplier[i],
          rows.usd[i],
          total[rows.product[i]],
          Math.max(0, spareUsd[rows.product[i]] - rows.ownSpareUsd[i]));
    }
    return losses;
  }

  private void lose(int supplier, double usd, double total, double othersSpare) {
    if (usd <= 0) {
      return;
    }
    atRisk[supplier] += usd;
    residual[supplier] += Math.max(0, usd - othersSpare);
    products[supplier]++;
    if (usd == total) {
      soleSupplies[supplier]++;
    }
  }

  public double atRiskUsd(int supplier) {
    return atRisk[supplier];
  }

  public double residualUsd(int supplier) {
    return residual[supplier];
  }

  public int products(int supplier) {
    return products[supplier];
  }

  /** How many products nobody else supplies to the importer. */
  public int soleSupplies(int supplier) {
    return soleSupplies[supplier];
  }

  /** Suppliers by residual, then by value at risk, the largest first; ties by number. */
  public int[] worstFirst() {
    var order = new Integer[atRisk.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> {
          int byResidual = Double.compare(residual[b], residual[a]);
          int byRisk = byResidual != 0 ? byResidual : Double.compare(atRisk[b], atRisk[a]);
          return byRisk != 0 ? byRisk : Integer.compare(a, b);
        });
    return Arrays.stream(order).mapToInt(i -> i).toArray();
  }
}

package org.ecosec.trade.scenario.math;

import java.util.Arrays;

/**
 * What one importer buys, a row for each product and supplier, both counted from 0: its value and
 * what the supplier itself could spare of the product, in US dollars of the horizon.
 */
public final class ImportRows {

  int size;
  int[] product = new int[1_024];
  int[] supplier = new int[1_024];
  double[] usd = new double[1_024];
  double[] ownSpareUsd = new double[1_024];

  public void add(int productIndex, int supplierIndex, double valueUsd, double spareUsd) {
    if (size == usd.length) {
      int larger = size * 2;
      product = Arrays.copyOf(product, larger);
      supplier = Arrays.copyOf(supplier, larger);
      usd = Arrays.copyOf(usd, larger);
      ownSpareUsd = Arrays.copyOf(ownSpareUsd, larger);
    }
    product[size] = productIndex;
    supplier[size] = supplierIndex;
    usd[size] = valueUsd;
    ownSpareUsd[size] = spareUsd;
    size++;
  }

  public int size() {
    return size;
  }
}

package org.ecosec.trade.indicator.math;

import java.util.Arrays;
import java.util.List;

/**
 * Named suppliers of one cell with what they supply, in US dollars. Primitive, since a world year
 * has eleven million of them.
 */
public final class Supplies {

  private String[] partners;
  private double[] values;
  private int size;

  public Supplies() {
    this(8);
  }

  private Supplies(int capacity) {
    partners = new String[capacity];
    values = new double[capacity];
  }

  public static Supplies of(List<Concentration.Supply> list) {
    var supplies = new Supplies(Math.max(1, list.size()));
    list.forEach(supply -> supplies.add(supply.partner(), supply.valueUsd()));
    return supplies;
  }

  /** A supplier with the value 0 is none. */
  public void add(String partner, double valueUsd) {
    if (!(valueUsd > 0)) {
      return;
    }
    if (size == values.length) {
      partners = Arrays.copyOf(partners, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    partners[size] = partner;
    values[size] = valueUsd;
    size++;
  }

  public int size() {
    return size;
  }

  /** The values from the smallest to the largest: a sum over them does not depend on the order. */
  double[] sorted() {
    double[] sorted = Arrays.copyOf(values, size);
    if (size > 1) {
      Arrays.sort(sorted);
    }
    return sorted;
  }

  /** The largest supplier; of equals the first by code. */
  String largest() {
    int best = 0;
    for (int i = 1; i < size; i++) {
      if (values[i] > values[best]
          || (values[i] == values[best] && partners[i].compareTo(partners[best]) < 0)) {
        best = i;
      }
    }
    return partners[best];
  }
}

package org.ecosec.trade.complexity.math;

import java.util.stream.IntStream;

/**
 * How near products are to each other: the smaller of the two conditional probabilities that who
 * has one has the other (Hidalgo et al. 2007). A product is as near as 1 to itself.
 */
public final class ProductSpace {

  private final Specialisation m;

  public ProductSpace(Specialisation m) {
    this.m = m;
  }

  /** The proximity of one product to each, itself included. */
  public double[] proximities(int product) {
    var near = new double[m.products().size()];
    for (int c : m.columns()[product]) {
      for (int q : m.productsOf(c)) {
        near[q]++;
      }
    }
    for (int q = 0; q < near.length; q++) {
      if (near[q] > 0) {
        near[q] /= Math.max(m.ubiquity(product), m.ubiquity(q));
      }
    }
    return near;
  }

  /** For each product, how much of what is near to it an economy has, 0 to 1. */
  public double[] densities(int economy) {
    return IntStream.range(0, m.products().size())
        .parallel()
        .mapToDouble(
            p -> {
              var near = proximities(p);
              double all = 0;
              for (double phi : near) {
                all += phi;
              }
              double own = 0;
              for (int q : m.productsOf(economy)) {
                own += near[q];
              }
              return own / all;
            })
        .toArray();
  }

  /** The densities of every economy, one row a product. */
  public double[][] allDensities() {
    return IntStream.range(0, m.products().size())
        .parallel()
        .mapToObj(this::densitiesAround)
        .toArray(double[][]::new);
  }

  private double[] densitiesAround(int product) {
    var near = proximities(product);
    double all = 0;
    for (double phi : near) {
      all += phi;
    }
    var densities = new double[m.economies().size()];
    for (int c = 0; c < densities.length; c++) {
      double own = 0;
      for (int q : m.productsOf(c)) {
        own += near[q];
      }
      densities[c] = own / all;
    }
    return densities;
  }
}

package org.ecosec.trade.complexity.math;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Economic complexity of economies and products (Hidalgo and Hausmann 2009), standardised as the
 * Growth Lab does: an economy's index is the mean of the indices of its products. Solved on the
 * smaller side of the symmetric problem. Without a status of COMPLETE there are no indices.
 */
public final class Complexity {

  private static final double GUARD = 1e-9;

  private final Status status;
  private final double[] economies;
  private final double[] products;
  private final double secondEigenvalue;

  /** Whether the indices exist, and if not, why not. */
  public enum Status {
    COMPLETE,
    /** No economy, no product, or an economy or product without a one. */
    EMPTY,
    /**
     * Groups of economies share no product: the second eigenvalue is 1 and only tells them apart.
     */
    DISCONNECTED,
    /** All economies have the same products: there is no second direction. */
    NO_STRUCTURE,
    /** The second and third eigenvalue are equal: no direction is the second. */
    REPEATED_EIGENVALUE,
    /** Diversity says nothing about which end is complex. */
    UNDEFINED_SIGN
  }

  private Complexity(
      Status status, double[] economies, double[] products, double secondEigenvalue) {
    this.status = status;
    this.economies = economies;
    this.products = products;
    this.secondEigenvalue = secondEigenvalue;
  }

  private static Complexity none(Status status) {
    return new Complexity(status, new double[0], new double[0], 0);
  }

  public Status status() {
    return status;
  }

  public double economy(int place) {
    return economies[place];
  }

  public double product(int place) {
    return products[place];
  }

  public double secondEigenvalue() {
    return secondEigenvalue;
  }

  public static Complexity of(Specialisation m) {
    int rows = m.economies().size();
    int columns = m.products().size();
    if (rows == 0
        || columns == 0
        || IntStream.range(0, rows).anyMatch(c -> m.diversity(c) == 0)
        || IntStream.range(0, columns).anyMatch(p -> m.ubiquity(p) == 0)) {
      return none(Status.EMPTY);
    }
    if (m.groups() > 1) {
      return none(Status.DISCONNECTED);
    }
    if (rows < 2 || columns < 2) {
      return none(Status.NO_STRUCTURE);
    }
    int[][] own = IntStream.range(0, rows).mapToObj(m::productsOf).toArray(int[][]::new);
    return rows <= columns
        ? solved(m, second(own, m.columns()), true)
        : solved(m, second(m.columns(), own), false);
  }

  /** An eigenvector of the averaging there and back, with its eigenvalue and the next one. */
  private record Second(double value, double next, DMatrixRMaj vector) {}

  /** Back from the symmetric problem: D^-1/2 v. */
  private static double[] scaled(Second second, int[][] ones) {
    return IntStream.range(0, ones.length)
        .mapToDouble(i -> second.vector().get(i) / Math.sqrt(ones[i].length))
        .toArray();
  }

  /** S = D^-1/2 (M U^-1 M') D^-1/2 over the rows of M, whose ones are given both ways. */
  private static Second second(int[][] rows, int[][] columns) {
    int n = rows.length;
    var s = new DMatrixRMaj(n, n);
    for (int[] column : columns) {
      for (int i : column) {
        for (int j : column) {
          double weight = Math.sqrt((double) rows[i].length * rows[j].length);
          s.add(i, j, 1 / (column.length * weight));
        }
      }
    }
    var eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(s)) {
      throw new IllegalStateException("A symmetric matrix of " + n + " has no eigenvectors");
    }
    var order =
        IntStream.range(0, n)
            .boxed()
            .sorted(
                (left, right) ->
                    Double.compare(
                        eigen.getEigenvalue(right).getReal(), eigen.getEigenvalue(left).getReal()))
            .toList();
    int second = order.get(1);
    double next = n > 2 ? eigen.getEigenvalue(order.get(2)).getReal() : 0;
    return new Second(eigen.getEigenvalue(second).getReal(), next, eigen.getEigenVector(second));
  }

  private static Complexity solved(Specialisation m, Second second, boolean onEconomies) {
    if (second.value() < GUARD) {
      return none(Status.NO_STRUCTURE);
    }
    if (second.value() - second.next() < GUARD) {
      return none(Status.REPEATED_EIGENVALUE);
    }
    int[][] own =
        IntStream.range(0, m.economies().size()).mapToObj(m::productsOf).toArray(int[][]::new);
    double[] economies;
    double[] products;
    if (onEconomies) {
      economies = scaled(second, own);
      products = means(m.columns(), economies);
      for (int p = 0; p < products.length; p++) {
        products[p] /= second.value();
      }
    } else {
      products = scaled(second, m.columns());
      economies = means(own, products);
    }
    return standardised(m, economies, products, second.value());
  }

  private static double[] means(int[][] ones, double[] of) {
    return Arrays.stream(ones)
        .mapToDouble(places -> Arrays.stream(places).mapToDouble(i -> of[i]).average().orElse(0))
        .toArray();
  }

  private static Complexity standardised(
      Specialisation m, double[] economies, double[] products, double eigenvalue) {
    double mean = Arrays.stream(economies).average().orElse(0);
    double deviation =
        Math.sqrt(Arrays.stream(economies).map(k -> (k - mean) * (k - mean)).average().orElse(0));
    double sign = sign(m, economies, mean, deviation);
    if (sign == 0) {
      return none(Status.UNDEFINED_SIGN);
    }
    return new Complexity(
        Status.COMPLETE,
        Arrays.stream(economies).map(k -> sign * (k - mean) / deviation).toArray(),
        Arrays.stream(products).map(k -> sign * (k - mean) / deviation).toArray(),
        eigenvalue);
  }

  /** The sign of the correlation with diversity; 0 where there is none. */
  private static double sign(Specialisation m, double[] economies, double mean, double deviation) {
    var diversity = IntStream.range(0, economies.length).mapToDouble(m::diversity).toArray();
    double meanDiversity = Arrays.stream(diversity).average().orElse(0);
    double covariance = 0;
    double variance = 0;
    for (int c = 0; c < economies.length; c++) {
      double far = diversity[c] - meanDiversity;
      covariance += (economies[c] - mean) * far;
      variance += far * far;
    }
    double correlation = covariance / (Math.sqrt(variance * economies.length) * deviation);
    // Not a number where diversity never varies.
    return Math.abs(correlation) > GUARD ? Math.signum(correlation) : 0;
  }
}

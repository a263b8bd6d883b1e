package org.ecosec.trade.complexity.math;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The matrix M: which economy has which product, 1 where its comparative advantage is at least 1.
 * Kept as the places of its ones, by row and by column.
 */
public final class Specialisation {

  private static final double GUARD = 1e-12;
  private static final double NEAR_BELOW = 0.9;
  private static final double NEAR_ABOVE = 1.1;

  private final List<String> economies;
  private final List<String> products;
  private final int[][] productsOf;
  private final int[][] economiesOf;
  private final double nearOne;

  /** The comparative advantage of an economy in a product, by the product's place. */
  public record Advantage(int product, double rca) {}

  private Specialisation(
      List<String> economies, List<String> products, int[][] productsOf, double nearOne) {
    this.economies = List.copyOf(economies);
    this.products = List.copyOf(products);
    this.productsOf = productsOf;
    this.nearOne = nearOne;
    var columns = new ArrayList<List<Integer>>();
    products.forEach(product -> columns.add(new ArrayList<>()));
    for (int c = 0; c < productsOf.length; c++) {
      for (int p : productsOf[c]) {
        columns.get(p).add(c);
      }
    }
    economiesOf =
        columns.stream()
            .map(column -> column.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  static Specialisation of(
      List<String> economies, List<String> products, List<List<Advantage>> advantages) {
    int[][] productsOf =
        advantages.stream()
            .map(
                row ->
                    row.stream()
                        .filter(cell -> cell.rca() >= 1 - GUARD)
                        .mapToInt(Advantage::product)
                        .toArray())
            .toArray(int[][]::new);
    long near =
        advantages.stream()
            .flatMap(List::stream)
            .filter(cell -> cell.rca() >= NEAR_BELOW && cell.rca() <= NEAR_ABOVE)
            .count();
    long cells = (long) economies.size() * products.size();
    return new Specialisation(
        economies, products, productsOf, cells == 0 ? 0 : (double) near / cells);
  }

  /** From the places of the ones of each economy. */
  public static Specialisation of(
      List<String> economies, List<String> products, int[][] productsOf) {
    return new Specialisation(economies, products, productsOf.clone(), 0);
  }

  public List<String> economies() {
    return economies;
  }

  public List<String> products() {
    return products;
  }

  int[] productsOf(int economy) {
    return productsOf[economy];
  }

  /** The economies that have a product, by their places. */
  public int[] economiesOf(int product) {
    return economiesOf[product].clone();
  }

  int[][] columns() {
    return economiesOf;
  }

  public int diversity(int economy) {
    return productsOf[economy].length;
  }

  public int ubiquity(int product) {
    return economiesOf[product].length;
  }

  /** The share of cells so near to 1 that a little more trade would turn them. */
  public double shareNearOne() {
    return nearOne;
  }

  /** How many groups of economies share no product with each other. */
  int groups() {
    var group = IntStream.range(0, economies.size()).toArray();
    for (int[] column : economiesOf) {
      for (int c : column) {
        join(group, column[0], c);
      }
    }
    return (int) IntStream.range(0, group.length).filter(c -> group[c] == c).count();
  }

  private static void join(int[] group, int left, int right) {
    int a = root(group, left);
    int b = root(group, right);
    group[Math.max(a, b)] = Math.min(a, b);
  }

  private static int root(int[] group, int start) {
    int at = start;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }
}

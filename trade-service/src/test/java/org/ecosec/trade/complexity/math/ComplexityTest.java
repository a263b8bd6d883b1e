package org.ecosec.trade.complexity.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.ecosec.trade.complexity.math.Complexity.Status;
import org.junit.jupiter.api.Test;

class ComplexityTest {

  private static final Offset<Double> EXACT = within(1e-12);

  private static Specialisation matrix(String... rows) {
    var ones =
        Arrays.stream(rows)
            .map(
                row -> IntStream.range(0, row.length()).filter(p -> row.charAt(p) == '1').toArray())
            .toArray(int[][]::new);
    return Specialisation.of(
        IntStream.range(0, rows.length).mapToObj(c -> "C" + c).toList(),
        IntStream.range(0, rows[0].length()).mapToObj(p -> "P" + p).toList(),
        ones);
  }

  private static Specialisation random(int economies, int products, long seed) {
    var random = new Random(seed);
    var rows = new String[economies];
    for (int c = 0; c < economies; c++) {
      var row = new StringBuilder();
      for (int p = 0; p < products; p++) {
        boolean has = random.nextDouble() < 0.15 + 0.6 * c / economies || p == c % products;
        row.append(has || c == economies - 1 ? '1' : '0');
      }
      rows[c] = row.toString();
    }
    return matrix(rows);
  }

  // Worked by hand: D^-1 M U^-1 M' is {17 5 2; 10 10 4; 8 8 8} / 24 with eigenvalues 1, 1/3, 1/8;
  // to 1/3 belongs (1, -1, -2), whose mean is -2/3 and whose deviation is sqrt(14) / 3.
  @Test
  void threeEconomiesAndFourProductsAreAsWorkedByHand() {
    var found = Complexity.of(matrix("1111", "0011", "0001"));
    double root = Math.sqrt(14);
    assertThat(found.status()).isEqualTo(Status.COMPLETE);
    assertThat(found.secondEigenvalue()).isCloseTo(1.0 / 3, EXACT);
    assertThat(found.economy(0)).isCloseTo(5 / root, EXACT);
    assertThat(found.economy(1)).isCloseTo(-1 / root, EXACT);
    assertThat(found.economy(2)).isCloseTo(-4 / root, EXACT);
    assertThat(found.product(0)).isCloseTo(11 / root, EXACT);
    assertThat(found.product(1)).isCloseTo(11 / root, EXACT);
    assertThat(found.product(2)).isCloseTo(2 / root, EXACT);
    assertThat(found.product(3)).isCloseTo(-4 / root, EXACT);
  }

  // The transposed case is solved on the side of the products: the same numbers must come out.
  @Test
  void fourEconomiesAndThreeProductsAreSolvedOnTheOtherSide() {
    var found = Complexity.of(matrix("100", "100", "110", "111"));
    assertThat(found.status()).isEqualTo(Status.COMPLETE);
    assertThat(found.secondEigenvalue()).isCloseTo(1.0 / 3, EXACT);
    assertThat(means(found, matrix("100", "100", "110", "111")))
        .containsExactly(
            new double[] {found.economy(0), found.economy(1), found.economy(2), found.economy(3)},
            EXACT);
    assertThat(found.economy(3)).isGreaterThan(found.economy(2));
    assertThat(found.economy(2)).isGreaterThan(found.economy(1));
  }

  /** The Growth Lab's convention: an economy's index is the mean of those of its products. */
  private static double[] means(Complexity found, Specialisation m) {
    return IntStream.range(0, m.economies().size())
        .mapToDouble(
            c -> Arrays.stream(m.productsOf(c)).mapToDouble(found::product).average().orElse(0))
        .toArray();
  }

  // Another implementation: Jacobi rotations on the dense symmetric matrix of the other side.
  @Test
  void aDenseSolutionOnTheOtherSideAgrees() {
    for (int seed = 0; seed < 10; seed++) {
      var m = random(14, 40, seed);
      var found = Complexity.of(m);
      assertThat(found.status()).isEqualTo(Status.COMPLETE);
      var dense = denseProducts(m);
      var kp = IntStream.range(0, 40).mapToDouble(p -> dense[p]).toArray();
      var kc =
          IntStream.range(0, 14)
              .mapToDouble(
                  c -> Arrays.stream(m.productsOf(c)).mapToDouble(p -> kp[p]).average().orElse(0))
              .toArray();
      double mean = Arrays.stream(kc).average().orElse(0);
      double sd =
          Math.sqrt(Arrays.stream(kc).map(k -> (k - mean) * (k - mean)).average().orElse(0));
      double sign = Math.signum((kc[0] - mean) * found.economy(0));
      for (int c = 0; c < 14; c++) {
        assertThat(sign * (kc[c] - mean) / sd).isCloseTo(found.economy(c), within(1e-8));
      }
      for (int p = 0; p < 40; p++) {
        assertThat(sign * (kp[p] - mean) / sd).isCloseTo(found.product(p), within(1e-8));
      }
      assertThat(correlationWithDiversity(found, m)).isPositive();
    }
  }

  private static double correlationWithDiversity(Complexity found, Specialisation m) {
    double mean = IntStream.range(0, m.economies().size()).map(m::diversity).average().orElse(0);
    return IntStream.range(0, m.economies().size())
        .mapToDouble(c -> found.economy(c) * (m.diversity(c) - mean))
        .sum();
  }

  /** U^-1/2 v for the second eigenvector v of U^-1/2 M' D^-1 M U^-1/2. */
  private static double[] denseProducts(Specialisation m) {
    int n = m.products().size();
    var a = new double[n][n];
    for (int c = 0; c < m.economies().size(); c++) {
      for (int p : m.productsOf(c)) {
        for (int q : m.productsOf(c)) {
          a[p][q] += 1 / (m.diversity(c) * Math.sqrt((double) m.ubiquity(p) * m.ubiquity(q)));
        }
      }
    }
    var v = new double[n][n];
    for (int i = 0; i < n; i++) {
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < 60; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    int second =
        IntStream.range(0, n)
            .boxed()
            .sorted((left, right) -> Double.compare(a[right][right], a[left][left]))
            .skip(1)
            .findFirst()
            .orElseThrow();
    return IntStream.range(0, n)
        .mapToDouble(p -> v[p][second] / Math.sqrt(m.ubiquity(p)))
        .toArray();
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (Math.abs(a[p][q]) < 1e-300) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = (theta >= 0 ? 1.0 : -1.0) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    for (int k = 0; k < a.length; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = c * pk - s * qk;
      a[q][k] = s * pk + c * qk;
      double vp = v[k][p];
      double vq = v[k][q];
      v[k][p] = c * vp - s * vq;
      v[k][q] = s * vp + c * vq;
    }
  }

  @Test
  void casesWithoutAnAnswerAreNamed() {
    assertThat(Complexity.of(matrix("1100", "0011")).status()).isEqualTo(Status.DISCONNECTED);
    assertThat(Complexity.of(matrix("110", "000")).status()).isEqualTo(Status.EMPTY);
    assertThat(Complexity.of(matrix("110", "110")).status()).isEqualTo(Status.EMPTY);
    assertThat(Complexity.of(matrix("111", "111")).status()).isEqualTo(Status.NO_STRUCTURE);
    assertThat(Complexity.of(matrix("111")).status()).isEqualTo(Status.NO_STRUCTURE);
    // A ring: everybody has two products and every product two owners.
    assertThat(Complexity.of(matrix("1100", "0110", "0011", "1001")).status())
        .isEqualTo(Status.REPEATED_EIGENVALUE);
    // A chain of equal diversity: an order, but no end of it is the complex one.
    assertThat(Complexity.of(matrix("11100", "01110", "00111")).status())
        .isEqualTo(Status.UNDEFINED_SIGN);
    assertThat(new Exports().specialisation().economies()).isEmpty();
    assertThat(Complexity.of(new Exports().specialisation()).status()).isEqualTo(Status.EMPTY);
  }

  // RCA of A in x: (80/100) / (100/200) = 1.6; of B in x: (20/100) / (100/200) = 0.4; y mirrors it.
  @Test
  void advantageIsOwnShareOverTheSharesOfAll() {
    var exports = new Exports();
    exports.add("A", "x", 80);
    exports.add("A", "y", 20);
    exports.add("B", "x", 20);
    exports.add("B", "y", 80);
    exports.add("B", "z", 0);
    var m = exports.specialisation();
    assertThat(m.products()).containsExactly("x", "y");
    assertThat(m.productsOf(0)).containsExactly(0);
    assertThat(m.productsOf(1)).containsExactly(1);
    assertThat(m.shareNearOne()).isZero();
  }

  @Test
  void theSampleIsChosenBeforeAnySharesAreTaken() {
    var exports = new Exports();
    exports.add("BIG", "x", 900);
    exports.add("BIG", "y", 100);
    exports.add("ONE", "x", 1_000);
    exports.add("TINY", "z", 1);
    var filter = new Exports.Filter(500, 2);
    assertThat(exports.excluded(filter))
        .containsExactlyInAnyOrderEntriesOf(
            java.util.Map.of(
                "ONE", Exports.Excluded.FEW_PRODUCTS, "TINY", Exports.Excluded.SMALL_EXPORTS));
    var sample = exports.without(exports.excluded(filter));
    assertThat(sample.economies()).isEqualTo(1);
    assertThat(sample.specialisation().products()).isEqualTo(List.of("x", "y"));
  }

  // {1111; 0011; 0001}: the last two products share two owners of three, so 2/3; the first two
  // share
  // their only owner, so 1; first and last share one of three, so 1/3.
  @Test
  void proximityAndDensityAreAsWorkedByHand() {
    var space = new ProductSpace(matrix("1111", "0011", "0001"));
    assertThat(space.proximities(3))
        .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 2.0 / 3, 1}, EXACT);
    assertThat(space.proximities(0)).containsExactly(new double[] {1, 1, 1.0 / 2, 1.0 / 3}, EXACT);
    // Around the last product lies 7/3, of which the second economy has 5/3.
    assertThat(space.densities(1)[3]).isCloseTo(5.0 / 7, EXACT);
    assertThat(space.densities(0)[3]).isCloseTo(1, EXACT);
    assertThat(space.allDensities()[3]).containsExactly(new double[] {1, 5.0 / 7, 3.0 / 7}, EXACT);
  }
}

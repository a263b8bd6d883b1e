package org.ecosec.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ecosec.journeys.Role;
import org.ecosec.trade.scenario.math.ImportRows;
import org.ecosec.trade.scenario.math.SupplierLosses;

/**
 * The loss of every supplier of one importer: in process over 5,000 made-up products, and through
 * the API over the products of an importer of the made-up world.
 */
record ChokepointBenchmark(Path checkout, PrintStream out) {
  private static final int PRODUCTS = 5_000;
  private static final int SUPPLIERS = 219;
  private static final int PASSES = 9;
  private static final int CALLS = 7;
  private static final double LN_SUPPLIERS = Math.log(7);
  private static final double SD_LN_SUPPLIERS = 1.02;
  private static final double LN_USD = 8.8;
  private static final double SD_LN_USD = 3.14;
  private static final double SPARE = 0.5;

  /** The bare rows, so that the peer needs nothing of ours. */
  private static final class World {
    private final List<Integer> products = new ArrayList<>();
    private final List<Integer> suppliers = new ArrayList<>();
    private final List<Double> bought = new ArrayList<>();
    private final List<Double> spares = new ArrayList<>();
    private final double[] spare = new double[PRODUCTS];

    void add(int product, int supplier, double usd, double own) {
      products.add(product);
      suppliers.add(supplier);
      bought.add(usd);
      spares.add(own);
      spare[product] += own;
    }

    int rows() {
      return products.size();
    }

    int[] product() {
      return products.stream().mapToInt(i -> i).toArray();
    }

    int[] supplier() {
      return suppliers.stream().mapToInt(i -> i).toArray();
    }

    double[] usd() {
      return bought.stream().mapToDouble(d -> d).toArray();
    }

    double[] own() {
      return spares.stream().mapToDouble(d -> d).toArray();
    }
  }

  /** The same rows as arrays, for the peer. */
  private static final class OneByOne {
    private final int[] product;
    private final int[] supplier;
    private final double[] usd;
    private final double[] own;
    private final double[] spare;

    OneByOne(World world) {
      product = world.product();
      supplier = world.supplier();
      usd = world.usd();
      own = world.own();
      spare = world.spare;
    }

    /** The residual of each supplier's loss, a scenario of its own for each. */
    double[] residuals() {
      var residual = new double[SUPPLIERS];
      for (int lost = 0; lost < SUPPLIERS; lost++) {
        for (int i = 0; i < usd.length; i++) {
          if (supplier[i] == lost) {
            residual[lost] += Math.max(0, usd[i] - Math.max(0, spare[product[i]] - own[i]));
          }
        }
      }
      return residual;
    }
  }

  Result run(long rows) throws Exception {
    var world = world();
    var imports = new ImportRows();
    for (int i = 0; i < world.rows(); i++) {
      imports.add(
          world.products.get(i), world.suppliers.get(i), world.bought.get(i), world.spares.get(i));
    }
    var oneByOne = new OneByOne(world);
    var losses = SupplierLosses.of(imports, world.spare, SUPPLIERS);
    expectSame(losses, oneByOne.residuals());
    double ours =
        median(PASSES, () -> SupplierLosses.of(imports, world.spare, SUPPLIERS).worstFirst());
    double peer = median(PASSES, oneByOne::residuals);
    var figures = new ArrayList<Figure>();
    figures.add(
        Figure.beside(
            peer, ours, "s", "every supplier lost, 5,000 products, peer one by one", "under 1 s"));
    figures.add(throughTheApi(rows));
    return new Result(
        "chokepoints",
        Machine.alone(),
        Map.of("products", PRODUCTS, "suppliers", SUPPLIERS, "imports", world.rows()),
        figures);
  }

  private Figure throughTheApi(long rows) throws Exception {
    var world = new SyntheticWorld();
    var files =
        TradeFiles.write(world, checkout.resolve("benchmarks/target/data"), "chokepoints", rows);
    try (var platform = TradePlatform.start(checkout, out);
        var database = platform.database()) {
      platform.imported(files.comtrade(), "benchmark");
      platform.awaitConcentrations(database, files.cells());
      var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      var request =
          HttpRequest.newBuilder(
                  platform
                      .trade()
                      .resolve(
                          URI.create(
                              "/trade/v1/chokepoints?scope=ALL&limit=300&importer="
                                  + world.economy(0).code())))
              .header("Accept", "application/json")
              .header("Authorization", "Bearer " + platform.token(Role.READER))
              .build();
      double seconds =
          median(
              CALLS,
              () -> {
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() != 200 || !answer.body().contains("residualUsd")) {
                  throw new IOException("status " + answer.statusCode() + answer.body());
                }
                return answer;
              });
      return Figure.alone(
          seconds, "s", "the same through the API, %,d rows stored".formatted(rows), "under 1 s");
    }
  }

  private static World world() {
    var random = new SplittableRandom(1);
    var world = new World();
    for (int p = 0; p < PRODUCTS; p++) {
      long count = Math.round(Math.exp(LN_SUPPLIERS + SD_LN_SUPPLIERS * random.nextGaussian()));
      int first = random.nextInt(SUPPLIERS);
      for (int i = 0; i < Math.clamp(count, 1, SUPPLIERS); i++) {
        double bought = Math.exp(LN_USD + SD_LN_USD * random.nextGaussian());
        double own = SPARE * bought * (1 + 3 * random.nextDouble());
        world.add(p, (first + i) % SUPPLIERS, bought, own);
      }
    }
    return world;
  }

  private static void expectSame(SupplierLosses losses, double[] expected) {
    for (int supplier = 0; supplier < SUPPLIERS; supplier++) {
      if (Math.abs(losses.residualUsd(supplier) - expected[supplier]) > 1e-6 * expected[supplier]) {
        throw new IllegalStateException("The two answer different losses");
      }
    }
  }

  private interface Work {
    Object run() throws Exception;
  }

  // The first passes warm up and are not counted.
  private static double median(int passes, Work work) throws Exception {
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < passes; i++) {
      var watch = new Stopwatch();
      if (work.run() == null) {
        throw new IllegalStateException("Nothing was worked out");
      }
      if (i > 1) {
        seconds.add(watch.seconds());
      }
    }
    Collections.sort(seconds);
    return seconds.get(seconds.size() / 2);
  }
}

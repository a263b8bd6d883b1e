package org.ecosec.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecosec.benchmarks.OpenLoop.Latencies;
import org.ecosec.journeys.PublicApi;
import org.ecosec.journeys.Role;

/** The first 100 concentrations of an importer over HTTP, beside the same SQL over JDBC. */
record PageBenchmark(Path checkout, PrintStream out) {
  private static final int WARM_UP_SECONDS = 20;
  private static final int LIMIT = 100;
  private static final int WALKS = 5;

  Result run(long rows, int perSecond, int seconds) throws Exception {
    var world = new SyntheticWorld();
    var files = TradeFiles.write(world, checkout.resolve("benchmarks/target/data"), "page", rows);
    var importers =
        IntStream.rangeClosed(0, world.cell(files.cells() - 1).importer())
            .mapToObj(index -> world.economy(index).code())
            .toList();
    try (var platform = TradePlatform.start(checkout, out);
        var database = platform.database();
        var query = new PageQuery(platform)) {
      platform.imported(files.comtrade(), "benchmark");
      platform.awaitConcentrations(database, files.cells());
      var pages = importers.stream().map(importer -> page(platform, importer)).toList();
      expectSameProducts(platform, query, importers.getFirst());

      OpenLoop.Call api = index -> get(pages.get(index % pages.size()));
      OpenLoop.Call sql = index -> query.products(importers.get(index % importers.size()));
      var warmUp = new OpenLoop(perSecond, WARM_UP_SECONDS);
      var measured = new OpenLoop(perSecond, seconds);
      var pgbench = new PgBench(platform, checkout.resolve("benchmarks/target/pgbench"));
      warmUp.run(sql);
      var peer = measured.run(sql);
      warmUp.run(api);
      var ours = measured.run(api);
      var bare = pgbench.run(importers, perSecond, seconds);
      double csv = allAsCsv(platform, importers.getFirst());
      var sorted = SortedDependencies.measure(platform, importers.getFirst());
      var figures = figures(ours, peer, bare, csv);
      figures.addAll(sorted.figures());
      return new Result(
          "page",
          Machine.with(database),
          Map.of(
              "cells",
              files.cells(),
              "importers",
              importers.size(),
              "perSecond",
              perSecond,
              "seconds",
              seconds),
          figures);
    }
  }

  private static List<Figure> figures(
      Latencies ours, Latencies peer, Optional<Latencies> pgbench, double csv) {
    var figures = new ArrayList<Figure>();
    pgbench.ifPresent(
        bare -> {
          figures.add(Figure.beside(bare.p50(), ours.p50(), "ms", "p50, peer pgbench", ""));
          figures.add(
              Figure.beside(bare.p99(), ours.p99(), "ms", "p99, peer pgbench", "under 20 ms"));
        });
    figures.add(Figure.beside(peer.p50(), ours.p50(), "ms", "p50, peer the same SQL", ""));
    figures.add(
        Figure.beside(peer.p99(), ours.p99(), "ms", "p99, peer the same SQL", "under 20 ms"));
    figures.add(Figure.beside(peer.most(), ours.most(), "ms", "slowest, peer the same SQL", ""));
    figures.add(Figure.alone(ours.failed(), "calls", "failed", "0"));
    figures.add(Figure.alone(csv, "ms", "all products of one importer, CSV", "under 300 ms"));
    return figures;
  }

  /** Median of a few walks over every page of an importer, a thousand rows each. */
  private static double allAsCsv(TradePlatform platform, String importer) throws Exception {
    var millis = new ArrayList<Double>();
    for (int i = 0; i < WALKS; i++) {
      var watch = new Stopwatch();
      String next = "/trade/v1/concentrations?limit=1000&importer=" + importer;
      while (next != null) {
        var request =
            HttpRequest.newBuilder(platform.trade().resolve(next))
                .header("Accept", "text/csv")
                .header("Authorization", "Bearer " + platform.token(Role.READER))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
          throw new IOException("status " + answer.statusCode());
        }
        next =
            answer
                .headers()
                .firstValue("Link")
                .map(link -> URI.create(link.substring(1, link.indexOf('>'))))
                .map(uri -> uri.getRawPath() + "?" + uri.getRawQuery())
                .orElse(null);
      }
      millis.add(1_000 * watch.seconds());
    }
    Collections.sort(millis);
    return millis.get(WALKS / 2);
  }

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static HttpRequest page(TradePlatform platform, String importer) {
    return HttpRequest.newBuilder(platform.trade().resolve(path(importer)))
        .timeout(Duration.ofSeconds(10))
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + platform.token(Role.READER))
        .build();
  }

  private static URI path(String importer) {
    return URI.create("/trade/v1/concentrations?limit=" + LIMIT + "&importer=" + importer);
  }

  private static void get(HttpRequest request) throws IOException, InterruptedException {
    var answer = HTTP.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200 || answer.body().length == 0) {
      throw new IOException("status " + answer.statusCode());
    }
  }

  private static void expectSameProducts(TradePlatform platform, PageQuery query, String importer)
      throws Exception {
    var api = new PublicApi(platform.trade(), platform.token(Role.READER));
    var products = new ArrayList<String>();
    for (JsonNode item : api.get(path(importer).toString()).body().path("items")) {
      products.add(item.path("product").asText());
    }
    var queried = query.products(importer);
    if (!products.equals(queried.subList(0, Math.min(LIMIT, queried.size())))) {
      throw new IllegalStateException("The API and the query answer different products");
    }
  }
}

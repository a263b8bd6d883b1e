package org.ecosec.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ecosec.journeys.PublicApi;
import org.ecosec.journeys.Role;

/**
 * Pages of an importer's dependencies in the order of a figure: the first one of a revision, for
 * which every cell is derived, and those after it.
 */
record SortedDependencies(double firstMillis, double laterMillis) {
  private static final int LATER = 20;

  static SortedDependencies measure(TradePlatform platform, String importer)
      throws IOException, InterruptedException {
    var api = new PublicApi(platform.trade(), platform.token(Role.READER));
    var path = "/trade/v1/dependencies?limit=100&sort=-importsUsd&importer=" + importer;
    var watch = new Stopwatch();
    var page = api.get(path).body();
    double first = 1_000 * watch.seconds();
    var later = new ArrayList<Double>();
    for (int i = 0; i < LATER && !page.path("next").isNull(); i++) {
      watch = new Stopwatch();
      page = api.get(path + "&cursor=" + page.path("next").asText()).body();
      later.add(1_000 * watch.seconds());
    }
    Collections.sort(later);
    return new SortedDependencies(first, later.get(later.size() / 2));
  }

  List<Figure> figures() {
    return List.of(
        Figure.alone(firstMillis, "ms", "dependencies sorted, first page of a revision", ""),
        Figure.alone(laterMillis, "ms", "dependencies sorted, later pages, median", ""));
  }
}

package org.ecosec.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which benchmarks to run, at which size. */
record Arguments(List<String> names, Map<String, Integer> sizes) {
  static final List<String> ALL =
      List.of(
          "import",
          "concentration",
          "page",
          "alerts",
          "complexity",
          "chokepoints",
          "anomaly",
          "activities",
          "progress");
  private static final List<String> ON_REQUEST = List.of("slope");
  static final String USAGE =
      """
      ./run bench [import] [concentration] [page] [alerts] [complexity] [chokepoints]
                  [anomaly] [activities] [progress]           run these, or all
      ./run bench slope                             import at 100,000 rows, 1,000,000 and so on
        --rows 200000      rows of the file that import, page and chokepoints take in, and slope's largest
        --cells 951395     importer-product cells of concentration's world
        --rate 200         calls a second of page
        --seconds 30       how long page calls, and alerts come
        --alerts-rate 20   signals a second of alerts
        --fan-out 5000     subscribers of one alert
        --series 100000    monthly series of anomaly's scan
        --activities 5000  activities of the IATI file, 100000 for the whole of it
        --transactions 100000   their transactions, 2000000 for the whole of it
        --behind 100000    transactions behind the pledge of progress
      """;
  private static final Map<String, Integer> DEFAULTS =
      Map.of(
          "--rows",
          200_000,
          "--cells",
          SyntheticWorld.ALL_CELLS,
          "--rate",
          200,
          "--seconds",
          30,
          "--alerts-rate",
          20,
          "--fan-out",
          5_000,
          "--series",
          100_000,
          "--activities",
          5_000,
          "--transactions",
          100_000,
          "--behind",
          100_000);

  static Arguments of(String... words) {
    var names = new ArrayList<String>();
    var sizes = new HashMap<>(DEFAULTS);
    for (int i = 0; i < words.length; i++) {
      if (ALL.contains(words[i]) || ON_REQUEST.contains(words[i])) {
        names.add(words[i]);
      } else if (sizes.containsKey(words[i]) && i + 1 < words.length) {
        sizes.put(words[i], number(words[i], words[++i]));
      } else {
        throw new IllegalArgumentException("./run bench does not know \"" + words[i] + "\".");
      }
    }
    if (sizes.getOrDefault("--cells", 0) > SyntheticWorld.ALL_CELLS) {
      throw new IllegalArgumentException("The world has " + SyntheticWorld.ALL_CELLS + " cells.");
    }
    return new Arguments(names.isEmpty() ? ALL : List.copyOf(names), Map.copyOf(sizes));
  }

  int size(String name) {
    return sizes.getOrDefault(name, 0);
  }

  private static int number(String name, String text) {
    if (!text.matches("[1-9]\\d{0,7}")) {
      throw new IllegalArgumentException(name + " is a number from 1 to 99999999.");
    }
    return Integer.parseInt(text);
  }
}

package org.ecosec.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of one run of a benchmark: a table to read and a file to compare with. */
record Result(String name, Machine machine, Map<String, Number> scale, List<Figure> figures) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  void print(PrintStream out) {
    out.printf("%n%s: %s%n%s%n", name, scale, machine.text());
    out.printf("  %-52s %12s %12s %8s  %s%n", "", "ours", "peer", "ratio", "target");
    for (Figure figure : figures) {
      out.printf(
          "  %-52s %12s %12s %8s  %s%n",
          figure.what() + ", " + figure.unit(),
          text(figure.ours()),
          text(figure.peer()),
          text(figure.ratio()),
          figure.target());
    }
  }

  void writeTo(Path directory) throws IOException {
    JSON.writeValue(directory.resolve(name + ".json").toFile(), this);
  }

  private static String text(@Nullable Double value) {
    if (value == null) {
      return "";
    }
    return String.format(Locale.ROOT, value >= 1_000 ? "%,.0f" : "%.3g", value);
  }
}

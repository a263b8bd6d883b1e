package org.ecosec.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ecosec.benchmarks.OpenLoop.Latencies;

/**
 * The same SQL under pgbench at a fixed rate. Its log has the latency of each call from the moment
 * at which it was due; where pgbench is not installed there is no answer.
 */
record PgBench(TradePlatform platform, Path directory) {
  private static final int CLIENTS = 16;
  private static final int THREADS = 2;
  private static final int LATENCY_COLUMN = 2;
  private static final long NANOS_PER_MICRO = 1_000;

  Optional<Latencies> run(List<String> importers, int perSecond, int seconds)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    clearLogs();
    var arguments =
        new ArrayList<>(
            List.of(
                "-n",
                "-M",
                "prepared",
                "-c",
                String.valueOf(CLIENTS),
                "-j",
                String.valueOf(THREADS),
                "-R",
                String.valueOf(perSecond),
                "-T",
                String.valueOf(seconds),
                "-l",
                "--log-prefix=" + directory.resolve("pgbench")));
    for (String importer : importers) {
      var script = directory.resolve(importer + ".sql");
      Files.writeString(script, PageQuery.script(importer));
      arguments.add("-f");
      arguments.add(script.toString());
    }
    try {
      var process =
          platform.pgbench(arguments).redirectOutput(directory.resolve("out").toFile()).start();
      if (!process.waitFor(10L + 4L * seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("pgbench: " + Files.readString(directory.resolve("out")));
      }
    } catch (IOException notInstalled) {
      if (String.valueOf(notInstalled.getMessage()).contains("Cannot run program")) {
        return Optional.empty();
      }
      throw notInstalled;
    }
    return Optional.of(Latencies.of(nanos(), 0));
  }

  private long[] nanos() throws IOException {
    var lines = new ArrayList<String>();
    for (Path log : logs()) {
      lines.addAll(Files.readAllLines(log));
    }
    return lines.stream()
        .map(line -> line.split(" ", -1)[LATENCY_COLUMN])
        .filter(latency -> !latency.equals("skipped"))
        .mapToLong(latency -> Long.parseLong(latency) * NANOS_PER_MICRO)
        .toArray();
  }

  private void clearLogs() throws IOException {
    for (Path log : logs()) {
      Files.delete(log);
    }
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.getFileName().toString().startsWith("pgbench.")).toList();
    }
  }
}

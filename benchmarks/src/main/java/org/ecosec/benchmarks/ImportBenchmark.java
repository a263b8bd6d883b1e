package org.ecosec.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * A Comtrade file from the POST until its rows are visible, beside COPY of the same rows into a
 * table with the same columns, partitions and indexes on the same server; then the same file again.
 */
record ImportBenchmark(Path checkout, PrintStream out) {
  // The same for every size, so that sizes differ by their rows alone.
  private static final int WARM_UP_ROWS = 20_000;

  Result run(long rows) throws IOException, InterruptedException, SQLException {
    var world = new SyntheticWorld();
    var directory = checkout.resolve("benchmarks/target/data");
    var files = TradeFiles.write(world, directory, "import", rows);
    var small = TradeFiles.write(world, directory, "warm-up", WARM_UP_ROWS);
    try (var platform = TradePlatform.start(checkout, out);
        var database = platform.database()) {
      layOut(database);
      platform.imported(small.comtrade(), "benchmark-warm-up");
      platform.awaitConcentrations(database, small.cells());
      copied(database, small.copy());

      double copySeconds = copied(database, files.copy());
      execute(database, "checkpoint");
      var first = platform.imported(files.comtrade(), "benchmark");
      expect(first.view().path("rowsAdded").asLong(), files.rows());
      double indicatorSeconds =
          platform.awaitConcentrations(database, small.cells() + files.cells());
      long rss = platform.peakRssMib();
      execute(database, "checkpoint");
      var again = platform.imported(files.comtrade(), "benchmark");
      expect(again.view().path("rowsUnchanged").asLong(), files.rows());

      return new Result(
          "import",
          Machine.with(database),
          Map.of("rows", files.rows(), "cells", files.cells()),
          List.of(
              Figure.beside(
                  files.rows() / copySeconds,
                  files.rows() / first.visibleSeconds(),
                  "rows/s",
                  "import, peer COPY",
                  "ratio at least 0.5"),
              Figure.alone(first.storedSeconds(), "s", "of which until stored whole (202)", ""),
              Figure.beside(
                  first.visibleSeconds(),
                  again.visibleSeconds(),
                  "s",
                  "unchanged again, peer the first",
                  "ratio under 0.5"),
              Figure.alone(indicatorSeconds, "s", "concentrations known after the rows", ""),
              Figure.alone((double) rss, "MiB", "peak memory of trade-service", "under 512")));
    }
  }

  /** Partitioned and indexed like {@code observation} itself. */
  private static void layOut(Connection database) throws SQLException {
    execute(
        database,
        """
        create schema peer;
        create table peer.observation (like public.observation) partition by list (classification);
        create table peer.observation_hs partition of peer.observation for values in ('HS')
          partition by range (year);
        do $$
        begin
          for y in 1988..2035 loop
            execute format('create table peer.observation_hs_%s partition of peer.observation_hs'
              || ' for values from (%s) to (%s)', y, y, y + 1);
          end loop;
        end $$;
        create index observation_cell on peer.observation (slice_id, product);
        create index observation_by_revision on peer.observation
          using brin (from_revision) with (pages_per_range = 32);
        create index observation_closed on peer.observation (to_revision)
          where to_revision is not null;
        """);
  }

  private static double copied(Connection database, Path file) throws IOException, SQLException {
    execute(database, "truncate peer.observation");
    execute(database, "checkpoint");
    try (InputStream rows = Files.newInputStream(file)) {
      var watch = new Stopwatch();
      database
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy peer.observation from stdin (format text)", rows, 1 << 16);
      return watch.seconds();
    }
  }

  private static void execute(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void expect(long counted, long rows) {
    if (counted != rows) {
      throw new IllegalStateException("%d of %d rows were taken".formatted(counted, rows));
    }
  }
}

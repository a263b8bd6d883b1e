package org.ecosec.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ecosec.local.LocalPostgres;
import org.ecosec.trade.indicator.math.Concentration;
import org.ecosec.trade.indicator.math.Concentration.Inputs;

/**
 * HHI, top-1 and top-3 share and effective suppliers of every cell of a world year, in this process
 * and by one query. Both answer only their sums, which must agree, so that neither moves rows.
 */
record ConcentrationBenchmark(PrintStream out) {
  private static final int PASSES = 3;
  private static final double TOLERANCE = 1e-9;
  private static final String QUERY =
      """
      with ranked as (
        select importer, product, value_usd, row_number() over (
          partition by importer, product order by value_usd desc, partner) as place
        from world),
      cells as (
        select count(*) as suppliers,
          sum(value_usd * value_usd) / (sum(value_usd) * sum(value_usd)) as hhi,
          max(value_usd) / sum(value_usd) as top1_share,
          sum(value_usd) filter (where place <= 3) / sum(value_usd) as top3_share
        from ranked group by importer, product)
      select count(*), sum(hhi), sum(top1_share), sum(top3_share), sum(1 / hhi), sum(suppliers)
      from cells
      """;

  /** Sums over all cells. */
  record Sums(
      long cells, double hhi, double top1, double top3, double effective, double suppliers) {
    static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0);

    static Sums of(Concentration of) {
      return new Sums(
          1,
          of.hhi().orElseThrow(),
          of.top1().orElseThrow().share(),
          of.top3Share().orElseThrow(),
          of.effectiveSuppliers().orElseThrow(),
          of.suppliers());
    }

    Sums plus(Sums other) {
      return new Sums(
          cells + other.cells,
          hhi + other.hhi,
          top1 + other.top1,
          top3 + other.top3,
          effective + other.effective,
          suppliers + other.suppliers);
    }

    boolean agreesWith(Sums other) {
      return cells == other.cells
          && near(hhi, other.hhi)
          && near(top1, other.top1)
          && near(top3, other.top3)
          && near(effective, other.effective)
          && near(suppliers, other.suppliers);
    }

    private static boolean near(double left, double right) {
      return Math.abs(left - right) <= TOLERANCE * Math.abs(right);
    }
  }

  Result run(int cells) throws Exception {
    try (var server = LocalPostgres.temporary();
        var database =
            DriverManager.getConnection(
                server.jdbcUrl("postgres"), LocalPostgres.SUPERUSER, server.password())) {
      var table = new WorldTable(database);
      long rows = table.fill(new SyntheticWorld(), cells);
      out.println("  The world is in its table: " + rows + " rows");
      var reading = new Stopwatch();
      var inputs = table.read();
      double readSeconds = reading.seconds();
      out.println("  Read");
      var sums = sums(inputs.stream());
      var queried = query(database);
      if (!sums.agreesWith(queried)) {
        throw new IllegalStateException("Not the same sums: %s and %s".formatted(sums, queried));
      }
      double oneThread = median(() -> sums(inputs.stream()));
      double allCores = median(() -> sums(inputs.parallelStream()));
      double query = median(() -> query(database));
      double duckDb = duckDb(cells, sums);
      return new Result(
          "concentration",
          Machine.with(database),
          Map.of("rows", rows, "cells", cells),
          List.of(
              figure(query, oneThread, "computed on one thread", ""),
              figure(query, allCores, "computed on all cores", "under 1 s"),
              Figure.beside(
                  duckDb, allCores, "s", "computed on all cores, peer DuckDB", "ratio under 1"),
              figure(query, readSeconds + allCores, "read and computed", "ratio under 1")));
    }
  }

  private static double duckDb(int cells, Sums expected) throws Exception {
    try (var world = new DuckDbWorld()) {
      world.fill(new SyntheticWorld(), cells);
      var queried = query(world.database());
      if (!expected.agreesWith(queried)) {
        throw new IllegalStateException("Not the same sums: " + expected + " and " + queried);
      }
      return median(() -> query(world.database()));
    }
  }

  private static Figure figure(double query, double seconds, String what, String target) {
    return Figure.beside(query, seconds, "s", what + ", peer one query", target);
  }

  private static Sums sums(Stream<Inputs> cells) {
    return cells.map(Concentration::of).map(Sums::of).reduce(Sums.NONE, Sums::plus);
  }

  private static Sums query(Connection database) throws SQLException, IOException {
    try (var statement = database.createStatement();
        var row = statement.executeQuery(QUERY)) {
      if (!row.next()) {
        throw new IOException("no answer");
      }
      return new Sums(
          row.getLong(1),
          row.getDouble(2),
          row.getDouble(3),
          row.getDouble(4),
          row.getDouble(5),
          row.getDouble(6));
    }
  }

  private static double median(Callable<Sums> pass) throws Exception {
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < PASSES; i++) {
      var watch = new Stopwatch();
      pass.call();
      seconds.add(watch.seconds());
    }
    Collections.sort(seconds);
    return seconds.get(PASSES / 2);
  }
}

package org.ecosec.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecosec.journeys.PublicApi;
import org.ecosec.journeys.Role;
import org.postgresql.PGConnection;

/**
 * An IATI file from the POST until all that it states is known, beside COPY of the same
 * transactions into a table with the same columns and indexes on the same server; then the same
 * file again.
 */
record ActivitiesBenchmark(Path checkout, PrintStream out) {
  private static final int WARM_UP_SHARE = 20;
  private static final String QUERY = "format=iati&backfill=true";

  Result run(long activities, long transactions)
      throws IOException, InterruptedException, SQLException {
    var directory = checkout.resolve("benchmarks/target/data");
    var files = ActivityFiles.write(directory, "activities", activities, transactions);
    var small =
        ActivityFiles.write(
            directory, "few", activities / WARM_UP_SHARE + 1, transactions / WARM_UP_SHARE + 1);
    try (var platform = InvestmentPlatform.start(checkout, out);
        var database = platform.database()) {
      layOut(database);
      copied(database, small.copy());
      double copySeconds = copied(database, files.copy());
      execute(database, "checkpoint");
      var first = platform.imported(files.iati(), QUERY);
      expect(first.view().path("rowsAdded").asLong(), activities + transactions);
      long rss = platform.peakRssMib();
      execute(database, "checkpoint");
      var again = platform.imported(files.iati(), QUERY);
      expect(again.view().path("rowsUnchanged").asLong(), activities + transactions);
      var figures =
          new ArrayList<>(
              List.of(
                  Figure.beside(
                      transactions / copySeconds,
                      (activities + transactions) / first.knownSeconds(),
                      "rows/s",
                      "IATI import, peer COPY of the transactions",
                      ""),
                  Figure.alone(first.storedSeconds(), "s", "of which until stored whole (202)", ""),
                  Figure.alone(first.knownSeconds(), "s", "until all of it is known", ""),
                  Figure.beside(
                      first.knownSeconds(),
                      again.knownSeconds(),
                      "s",
                      "unchanged again, peer the first",
                      "ratio under 0.5"),
                  Figure.alone(
                      (double) rss,
                      "MiB",
                      "peak memory of investment-service",
                      "under 512, flat")));
      figures.addAll(portfolio(platform));
      return new Result(
          "activities",
          Machine.with(database),
          Map.of(
              "activities",
              activities,
              "transactions",
              transactions,
              "mib",
              Files.size(files.iati()) >> 20),
          figures);
    }
  }

  /** Each answer twice: the first is worked out, the second is known. */
  private static List<Figure> portfolio(InvestmentPlatform platform)
      throws IOException, InterruptedException {
    var api = new PublicApi(platform.at("/"), platform.token(Role.READER));
    var figures = new ArrayList<Figure>();
    for (var question :
        List.of(
            "?by=SECTOR",
            "?by=PLACE",
            "?by=PARTY",
            "?by=YEAR",
            "/gaps",
            "/silent-projects?limit=100")) {
      var path = platform.at("/portfolio" + question);
      double first = millis(api, path);
      figures.add(
          Figure.beside(
              first,
              millis(api, path),
              "ms",
              "portfolio" + question + " again, peer the first time",
              "under 200 ms"));
    }
    return figures;
  }

  private static double millis(PublicApi api, URI at) throws IOException, InterruptedException {
    var watch = new Stopwatch();
    var answer = api.get(at.getPath() + (at.getQuery() == null ? "" : "?" + at.getQuery()));
    if (answer.status() != 200) {
      throw new IOException("status " + answer.status());
    }
    return watch.seconds() * 1_000;
  }

  private static void layOut(Connection database) throws SQLException {
    execute(
        database,
        """
        create schema peer;
        create table peer.money_transaction
          (like public.money_transaction including identity including indexes including defaults)
        """);
  }

  private static double copied(Connection database, Path file) throws IOException, SQLException {
    execute(database, "truncate peer.money_transaction");
    execute(database, "checkpoint");
    try (InputStream rows = Files.newInputStream(file)) {
      var watch = new Stopwatch();
      database
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              """
              copy peer.money_transaction (id, from_revision, project_id, type, amount, currency,
                value_date, financier_name, financier_scope, recorded_at, source, handling)
              from stdin (format text)
              """,
              rows,
              1 << 16);
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

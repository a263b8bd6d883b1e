package org.ecosec.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.ecosec.journeys.LocalPlatform;
import org.ecosec.journeys.Ports;
import org.ecosec.journeys.PublicApi;
import org.ecosec.journeys.Role;
import org.ecosec.journeys.StateDirectory;
import org.ecosec.local.Directories;
import org.ecosec.local.LocalPostgres;

/** The packaged services on ports and data of their own, and trade-service in particular. */
final class TradePlatform implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final StateDirectory state;
  private final Ports ports;
  private final LocalPlatform platform;
  private final Thread onInterrupt;

  private TradePlatform(StateDirectory state, Ports ports, LocalPlatform platform) {
    this.state = state;
    this.ports = ports;
    this.platform = platform;
    this.onInterrupt = new Thread(platform::close);
    Runtime.getRuntime().addShutdownHook(onInterrupt);
  }

  /** How long an import took until it was stored whole, and until its rows were visible. */
  record Imported(double storedSeconds, double visibleSeconds, JsonNode view) {}

  static TradePlatform start(Path checkout, PrintStream out)
      throws IOException, InterruptedException {
    var state = new StateDirectory(checkout.resolve("benchmarks/target/state"));
    Directories.delete(state.path());
    var ports = Ports.free();
    var settings = new LocalPlatform.Settings(checkout, state, ports);
    return new TradePlatform(
        state,
        ports,
        LocalPlatform.start(settings, "trade-service"::equals, line -> out.println("  " + line)));
  }

  URI trade() {
    return URI.create("http://127.0.0.1:" + ports.of(Ports.Listener.ECOSEC_TRADE_PORT));
  }

  String token(Role role) {
    return platform.tokens().token(role);
  }

  /** The database of trade-service, with every right. */
  Connection database() throws IOException, SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/trade"
            .formatted(ports.of(Ports.Listener.ECOSEC_POSTGRES_PORT)),
        LocalPostgres.SUPERUSER,
        Files.readString(state.path().resolve("secrets/postgres")));
  }

  /** A run of pgbench against the same database, for the environment of a process. */
  ProcessBuilder pgbench(List<String> arguments) throws IOException {
    var command =
        new java.util.ArrayList<>(
            List.of(
                "pgbench",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(ports.of(Ports.Listener.ECOSEC_POSTGRES_PORT)),
                "-U",
                LocalPostgres.SUPERUSER));
    command.addAll(arguments);
    command.add("trade");
    var process = new ProcessBuilder(command).redirectErrorStream(true);
    process
        .environment()
        .put("PGPASSWORD", Files.readString(state.path().resolve("secrets/postgres")));
    return process;
  }

  Imported imported(Path file, String source) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                trade().resolve("/trade/v1/imports?format=comtrade&backfill=true&source=" + source))
            .timeout(PATIENCE)
            .header("Content-Type", "text/csv")
            .header("Authorization", "Bearer " + token(Role.STEWARD))
            .POST(BodyPublishers.ofFile(file))
            .build();
    var watch = new Stopwatch();
    var answer = http.send(request, BodyHandlers.ofString());
    double stored = watch.seconds();
    if (answer.statusCode() != 202) {
      throw new IllegalStateException("The import was refused: " + answer.body());
    }
    var location = answer.headers().firstValue("Location").orElseThrow();
    var api = new PublicApi(trade(), token(Role.STEWARD));
    while (watch.seconds() < PATIENCE.toSeconds()) {
      JsonNode view = api.get(URI.create(location).getPath()).body();
      if (view.path("status").asText().equals("COMPLETED")) {
        return new Imported(stored, watch.seconds(), view);
      }
      if (view.path("status").asText().equals("FAILED")) {
        throw new IllegalStateException("The import failed: " + view);
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException("The import took over " + PATIENCE);
  }

  /** Waits until so many concentrations are known; answers the seconds. */
  double awaitConcentrations(Connection database, long cells)
      throws SQLException, InterruptedException {
    var watch = new Stopwatch();
    while (watch.seconds() < PATIENCE.toSeconds()) {
      try (var rows =
          database
              .createStatement()
              .executeQuery("select count(*) from concentration where to_revision is null")) {
        if (rows.next() && rows.getLong(1) >= cells) {
          return watch.seconds();
        }
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("The concentrations took over " + PATIENCE);
  }

  /** The most resident memory that trade-service has had so far, 0 where the system keeps it. */
  long peakRssMib() throws IOException {
    var pid = Files.readAllLines(state.path().resolve("pids/trade-service")).getFirst();
    var status = Path.of("/proc", pid, "status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (var lines = Files.lines(status)) {
      return lines
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          >> 10;
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(onInterrupt);
    platform.close();
  }
}

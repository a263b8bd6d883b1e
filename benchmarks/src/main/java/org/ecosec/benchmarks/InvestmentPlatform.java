package org.ecosec.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.ecosec.journeys.LocalPlatform;
import org.ecosec.journeys.Ports;
import org.ecosec.journeys.PublicApi;
import org.ecosec.journeys.Role;
import org.ecosec.journeys.StateDirectory;
import org.ecosec.local.Directories;
import org.ecosec.local.LocalPostgres;

/** The packaged investment-service on ports and data of its own. */
final class InvestmentPlatform implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(90);

  private final HttpClient http = HttpClient.newHttpClient();
  private final StateDirectory state;
  private final Ports ports;
  private final LocalPlatform platform;
  private final Thread onInterrupt;

  private InvestmentPlatform(StateDirectory state, Ports ports, LocalPlatform platform) {
    this.state = state;
    this.ports = ports;
    this.platform = platform;
    this.onInterrupt = new Thread(platform::close);
    Runtime.getRuntime().addShutdownHook(onInterrupt);
  }

  /** How long a file took until it was stored whole, and until what it states was known. */
  record Imported(double storedSeconds, double knownSeconds, JsonNode view) {}

  static InvestmentPlatform start(Path checkout, PrintStream out)
      throws IOException, InterruptedException {
    var state = new StateDirectory(checkout.resolve("benchmarks/target/state"));
    Directories.delete(state.path());
    var ports = Ports.free();
    var settings = new LocalPlatform.Settings(checkout, state, ports);
    var platform =
        LocalPlatform.start(
            settings, "investment-service"::equals, line -> out.println("  " + line));
    return new InvestmentPlatform(state, ports, platform);
  }

  URI at(String path) {
    int port = ports.of(Ports.Listener.ECOSEC_INVESTMENT_PORT);
    return URI.create("http://127.0.0.1:" + port + "/investment/v1" + path);
  }

  String token(Role role) {
    return platform.tokens().token(role);
  }

  /** The database of investment-service, with every right. */
  Connection database() throws IOException, SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/investment"
            .formatted(ports.of(Ports.Listener.ECOSEC_POSTGRES_PORT)),
        LocalPostgres.SUPERUSER,
        Files.readString(state.path().resolve("secrets/postgres")));
  }

  Imported imported(Path file, String query) throws IOException, InterruptedException {
    var watch = new Stopwatch();
    var answer = post("/imports?" + query, BodyPublishers.ofFile(file), 202);
    double stored = watch.seconds();
    var location = answer.path("id").asText();
    var api = new PublicApi(at("/"), token(Role.STEWARD));
    while (watch.seconds() < PATIENCE.toSeconds()) {
      JsonNode view = api.get(at("/imports/" + location).getPath()).body();
      if (view.path("status").asText().equals("COMPLETED")) {
        return new Imported(stored, watch.seconds(), view);
      }
      if (view.path("status").asText().equals("FAILED")) {
        throw new IllegalStateException("The import failed: " + view);
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("The import took over " + PATIENCE);
  }

  JsonNode post(String path, BodyPublisher body, int expected)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(at(path))
            .timeout(PATIENCE)
            .header(
                "Content-Type",
                path.startsWith("/imports") ? "application/octet-stream" : "application/json")
            .header("Authorization", "Bearer " + token(Role.STEWARD))
            .POST(body)
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != expected) {
      throw new IllegalStateException(path + " was refused: " + answer.body());
    }
    return new com.fasterxml.jackson.databind.ObjectMapper().readTree(answer.body());
  }

  /** The most resident memory that investment-service has had so far, 0 where nobody keeps it. */
  long peakRssMib() throws IOException {
    var pid = Files.readAllLines(state.path().resolve("pids/investment-service")).getFirst();
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

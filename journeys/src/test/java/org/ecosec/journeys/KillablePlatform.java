package org.ecosec.journeys;

import static org.ecosec.journeys.Ports.Listener.ECOSEC_EDGE_PORT;
import static org.ecosec.journeys.Ports.Listener.ECOSEC_KAFKA_CONTROLLER_PORT;
import static org.ecosec.journeys.Ports.Listener.ECOSEC_KAFKA_PORT;
import static org.ecosec.journeys.Ports.Listener.ECOSEC_POSTGRES_PORT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.ecosec.local.LocalPostgres;
import org.ecosec.local.ServiceDatabase;

/** The parts of the local platform, each a process that can be killed and started again. */
final class KillablePlatform implements AutoCloseable {
  static final String POSTGRES = "postgres";
  static final String KAFKA = "kafka";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final StateDirectory state;
  private final Ports ports;
  private final LocalTokens tokens;
  private final int debugPort = freePort();
  private final Map<String, Service> services = new LinkedHashMap<>();
  private final Map<String, ServiceProcess> running = new LinkedHashMap<>();
  private LocalPostgres postgres;
  private Process kafka;

  private KillablePlatform(Path directory, Predicate<String> wanted, Map<String, String> more)
      throws Exception {
    state = new StateDirectory(directory);
    state.create();
    LauncherLog.to(state.logs().resolve("servers.log"));
    ports = Ports.free();
    tokens = new LocalTokens(SigningKey.in(state.keys()), InstantSource.system());
    postgres = startPostgres();
    for (String name : ServiceCatalogue.WITH_DATABASE) {
      new ServiceDatabase(name, state.secret(name + "-owner"), state.secret(name + "-app"))
          .createOn(postgres.jdbcUrl(""), LocalPostgres.SUPERUSER, postgres.password());
    }
    kafka = startKafka();
    var settings = new LocalPlatform.Settings(RunningPlatform.checkout(), state, ports);
    for (Service service : new ServiceCatalogue(settings, tokens.publicKey()).services()) {
      if (wanted.test(service.name())) {
        var configured = with(service, more);
        services.put(service.name(), configured);
        running.put(service.name(), ServiceProcess.start(configured, state));
      }
    }
  }

  static KillablePlatform start(Path directory) throws Exception {
    return start(directory, service -> true, Map.of());
  }

  /** Only alerts-service, with settings of its own, and a port where a debugger may stop it. */
  static KillablePlatform alertsAlone(Path directory, Map<String, String> more) throws Exception {
    return start(directory, "alerts-service"::equals, more);
  }

  private static KillablePlatform start(
      Path directory, Predicate<String> wanted, Map<String, String> more) throws Exception {
    var platform = new KillablePlatform(directory, wanted, more);
    try {
      for (ServiceProcess process : platform.running.values()) {
        process.awaitReady();
      }
      return platform;
    } catch (Exception failure) {
      platform.close();
      throw failure;
    }
  }

  /** {@code kill -9}: no part gets to say a last word. */
  void kill(String part) {
    var process =
        switch (part) {
          case POSTGRES -> postgres.process().orElseThrow();
          case KAFKA -> kafka.toHandle();
          default -> part(part).handle();
        };
    // The server processes of PostgreSQL end by themselves when they miss their parent.
    List<ProcessHandle> family = process.descendants().toList();
    process.destroyForcibly();
    require(Exit.awaited(process, PATIENCE), part);
    family.forEach(child -> require(Exit.awaited(child, PATIENCE), part));
  }

  private static void require(boolean ended, String part) {
    if (!ended) {
      throw new AssertionError(part + " survives being killed");
    }
  }

  /** Starts a killed part again, on the same data and the same port. */
  void startAgain(String part) throws Exception {
    switch (part) {
      case POSTGRES -> {
        postgres.close();
        postgres = startPostgres();
      }
      case KAFKA -> kafka = startKafka();
      default -> {
        var process = ServiceProcess.start(Objects.requireNonNull(services.get(part)), state);
        running.put(part, process);
        process.awaitReady();
      }
    }
  }

  private LocalPostgres startPostgres() throws Exception {
    return LocalPostgres.durable(
        state.postgres(), ports.of(ECOSEC_POSTGRES_PORT), state.secret("postgres"));
  }

  private Process startKafka() throws Exception {
    return BrokerProcess.start(
        state, ports.of(ECOSEC_KAFKA_PORT), ports.of(ECOSEC_KAFKA_CONTROLLER_PORT));
  }

  private ServiceProcess part(String name) {
    return Objects.requireNonNull(running.get(name), name);
  }

  /** Starts a killed part again with other settings. */
  void startAgain(String part, Map<String, String> more) throws Exception {
    services.put(part, with(Objects.requireNonNull(services.get(part)), more));
    startAgain(part);
  }

  private static Service with(Service service, Map<String, String> more) {
    var environment = new HashMap<>(service.environment());
    environment.putAll(more);
    return new Service(
        service.name(), service.jar(), service.port(), service.managementPort(), environment);
  }

  /** Lets a debugger in, on a port of this machine. */
  Map<String, String> debuggable() {
    return Map.of(
        "JAVA_TOOL_OPTIONS",
        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:"
            + debugPort);
  }

  /** Whether a service says of itself that it is well. */
  boolean ready(String service) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var question =
          HttpRequest.newBuilder(URI.create(part(service).service().readiness())).build();
      return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
    }
  }

  int debugPort() {
    return debugPort;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  String kafka() {
    return "127.0.0.1:" + ports.of(ECOSEC_KAFKA_PORT);
  }

  /** Alerts-service itself, without the edge. */
  PublicApi alertsAs(Role role) {
    return new PublicApi(
        URI.create("http://127.0.0.1:" + ports.of(Ports.Listener.ECOSEC_ALERTS_PORT)),
        tokens.token(role));
  }

  URI edge() {
    return URI.create("http://localhost:" + ports.of(ECOSEC_EDGE_PORT));
  }

  /** Past the edge: where a service listens itself. */
  URI at(Ports.Listener listener) {
    return URI.create("http://localhost:" + ports.of(listener));
  }

  String token(Role role) {
    return tokens.token(role);
  }

  long pid(String name) {
    return part(name).handle().pid();
  }

  PublicApi as(Role role) {
    return new PublicApi(edge(), tokens.token(role));
  }

  /** The most resident memory that a service has had since it started, in MiB (Linux). */
  long peakMemoryMib(String part) throws IOException {
    var status = Path.of("/proc", Long.toString(part(part).handle().pid()), "status");
    try (var lines = Files.lines(status)) {
      return lines
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          >> 10;
    }
  }

  /** Past all protection, for planting a fault. */
  Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(database), LocalPostgres.SUPERUSER, postgres.password());
  }

  @Override
  public void close() throws IOException {
    for (ServiceProcess process : running.values()) {
      process.handle().destroyForcibly();
    }
    for (ServiceProcess process : running.values()) {
      process.close();
    }
    kafka.destroyForcibly();
    Exit.awaited(kafka.toHandle(), PATIENCE);
    postgres.close();
  }
}

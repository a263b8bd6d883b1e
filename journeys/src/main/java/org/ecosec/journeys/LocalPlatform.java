package org.ecosec.journeys;

import static org.ecosec.journeys.Ports.Listener.ECOSEC_EDGE_PORT;
import static org.ecosec.journeys.Ports.Listener.ECOSEC_KAFKA_CONTROLLER_PORT;
import static org.ecosec.journeys.Ports.Listener.ECOSEC_KAFKA_PORT;
import static org.ecosec.journeys.Ports.Listener.ECOSEC_POSTGRES_PORT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.ecosec.local.LocalKafka;
import org.ecosec.local.LocalPostgres;
import org.ecosec.local.ServiceDatabase;

/**
 * PostgreSQL, Kafka, the three services and the edge, up and ready on this machine; closing it
 * stops them in the reverse order. Data outlives it in the state directory.
 */
public final class LocalPlatform implements AutoCloseable {
  private final Settings settings;
  private final Consumer<String> progress;
  private final LocalTokens tokens;
  private final Predicate<String> wanted;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final List<ServiceProcess> services = new ArrayList<>();
  private Optional<ProcessHandle> postgres = Optional.empty();

  /**
   * Where the packaged services are (the root of the checkout), where the state is kept, and the
   * ports.
   */
  public record Settings(Path checkout, StateDirectory state, Ports ports) {}

  private LocalPlatform(
      Settings settings, LocalTokens tokens, Predicate<String> wanted, Consumer<String> progress) {
    this.settings = settings;
    this.tokens = tokens;
    this.wanted = wanted;
    this.progress = progress;
  }

  /** Starts everything and returns when every service says that it is ready. */
  public static LocalPlatform start(Settings settings, Consumer<String> progress)
      throws IOException, InterruptedException {
    return start(settings, service -> true, progress);
  }

  /** Starts PostgreSQL, Kafka and of the services only those that are wanted, by name. */
  public static LocalPlatform start(
      Settings settings, Predicate<String> wanted, Consumer<String> progress)
      throws IOException, InterruptedException {
    settings.state().create();
    DiskSpace.requireAGibibyte(settings.state().path());
    settings.ports().requireFree();
    RootUser.requireAnotherForPostgres();
    var platform = new LocalPlatform(settings, tokens(settings.state()), wanted, progress);
    try {
      platform.startServersUninterrupted();
      platform.startServices();
      return platform;
    } catch (IOException | InterruptedException | RuntimeException e) {
      platform.close();
      throw e;
    }
  }

  private static LocalTokens tokens(StateDirectory state) throws IOException {
    try {
      var tokens = new LocalTokens(SigningKey.in(state.keys()), InstantSource.system());
      tokens.writeTo(state.tokens());
      return tokens;
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot read or make the key in " + state.keys(), e);
    }
  }

  /** Kafka halts the whole JVM if its start is interrupted, so a Ctrl-C waits until it is up. */
  private void startServersUninterrupted() {
    var starting =
        CompletableFuture.runAsync(
            () -> {
              try {
                startServers();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    try {
      starting.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void startServers() throws IOException {
    StateDirectory state = settings.state();
    Ports ports = settings.ports();
    var watch = new Stopwatch();
    var database =
        LocalPostgres.durable(
            state.postgres(), ports.of(ECOSEC_POSTGRES_PORT), state.secret("postgres"));
    started.push(database);
    postgres = database.process();
    createDatabases(database);
    progress.accept("PostgreSQL is up on port %d (%s)".formatted(database.port(), watch));

    watch = new Stopwatch();
    var broker =
        LocalKafka.durable(
            state.kafka(), ports.of(ECOSEC_KAFKA_PORT), ports.of(ECOSEC_KAFKA_CONTROLLER_PORT));
    started.push(broker);
    progress.accept("Kafka is up on port %d (%s)".formatted(broker.port(), watch));
  }

  private void createDatabases(LocalPostgres server) throws IOException {
    try {
      for (String name : ServiceCatalogue.WITH_DATABASE) {
        new ServiceDatabase(
                name,
                settings.state().secret(name + "-owner"),
                settings.state().secret(name + "-app"))
            .createOn(server.jdbcUrl(""), LocalPostgres.SUPERUSER, server.password());
      }
    } catch (SQLException e) {
      throw new IOException("cannot create the databases", e);
    }
  }

  private void startServices() throws IOException, InterruptedException {
    var watch = new Stopwatch();
    var catalogue = new ServiceCatalogue(settings, tokens.publicKey()).services();
    for (Service service : catalogue.stream().filter(s -> wanted.test(s.name())).toList()) {
      var process = ServiceProcess.start(service, settings.state());
      started.push(process);
      services.add(process);
    }
    progress.accept(
        "Starting " + String.join(", ", services.stream().map(s -> s.service().name()).toList()));
    for (ServiceProcess process : services) {
      process.awaitReady();
      progress.accept(
          "%s is ready on port %d (%s)"
              .formatted(process.service().name(), process.service().port(), watch));
    }
  }

  /** The one address of the page and of all APIs. */
  public URI edge() {
    return URI.create("http://localhost:" + settings.ports().of(ECOSEC_EDGE_PORT));
  }

  public LocalTokens tokens() {
    return tokens;
  }

  List<ServiceProcess> services() {
    return List.copyOf(services);
  }

  Optional<ProcessHandle> postgres() {
    return postgres;
  }

  @Override
  public void close() {
    // A Ctrl-C during a stop must not leave half of it running.
    boolean interrupted = Thread.interrupted();
    // The services need each other for nothing; the servers end after all of them.
    services.forEach(ServiceProcess::askToStop);
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        progress.accept("Could not stop cleanly: " + e);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Seconds since it was made, for progress lines. */
  private static final class Stopwatch {
    private final long start = System.nanoTime();

    @Override
    public String toString() {
      return "%.1f s".formatted(Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
    }
  }
}

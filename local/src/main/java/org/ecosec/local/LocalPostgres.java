package org.ecosec.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL 18 server of this machine, reachable on 127.0.0.1 only and with passwords required.
 * {@link #temporary()} is for tests: any free port, nothing kept, no waiting for the disk. {@link
 * #durable} keeps its data in a directory and acknowledges a commit only when it is on disk.
 */
public final class LocalPostgres implements AutoCloseable {
  public static final String SUPERUSER = "postgres";
  private static final String FINISHED = "ecosec-created";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;
  private final PostmasterPid postmaster;
  private final String password;

  private LocalPostgres(EmbeddedPostgres server, PostmasterPid postmaster, String password) {
    this.server = server;
    this.postmaster = postmaster;
    this.password = password;
  }

  /** A throw-away server; its directory is deleted when it closes. */
  public static LocalPostgres temporary() throws IOException {
    Path data = Files.createTempDirectory("ecosec-postgres");
    return start(settings("test").setCleanDataDirectory(true), data, 0, "test");
  }

  /**
   * The server whose data lives in {@code directory}, created there the first time with {@code
   * password} for the superuser; port 0 takes any free one. A server that a killed process left
   * running on the directory is stopped first.
   */
  public static LocalPostgres durable(Path directory, int port, String password)
      throws IOException {
    // The library deletes old directories beside its binaries, so the data must not be beside them.
    var settings =
        settings(password)
            .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on");
    return start(settings, directory.resolve("data"), port, password);
  }

  /** The server that runs on the data of {@code directory}, whoever started it. */
  public static Optional<ProcessHandle> running(Path directory) {
    return new PostmasterPid(directory.resolve("data")).running();
  }

  /** Stops the server that a killed process left running on the data of {@code directory}. */
  public static void stopLeftBehind(Path directory) {
    running(directory).ifPresent(LocalPostgres::stop);
  }

  private static LocalPostgres start(
      EmbeddedPostgres.Builder settings, Path data, int port, String password) throws IOException {
    var postmaster = new PostmasterPid(data);
    postmaster.running().ifPresent(LocalPostgres::stop);
    forgetUnfinished(data);
    Path passwordFile =
        Files.createTempFile(
            "ecosec",
            ".pw",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(passwordFile, password);
      EmbeddedPostgres server =
          settings
              .setDataDirectory(data)
              .setPort(FreePort.orElse(port))
              // These two become options of initdb, like the locale they stand beside.
              .setLocaleConfig("pwfile", passwordFile.toString())
              .setLocaleConfig("auth-host", "scram-sha-256")
              .start();
      Files.writeString(data.resolve(FINISHED), "");
      return new LocalPostgres(server, postmaster, password);
    } finally {
      Files.delete(passwordFile);
    }
  }

  /** Deletes a directory whose creation was cut short: it never served and holds no data. */
  private static void forgetUnfinished(Path data) throws IOException {
    if (Files.exists(data) && !Files.exists(data.resolve(FINISHED))) {
      Directories.delete(data);
    }
  }

  private static EmbeddedPostgres.Builder settings(String password) {
    return EmbeddedPostgres.builder()
        .setPGStartupWait(PATIENCE)
        .setConnectConfig("password", password)
        // Sorts by code point, so the order of a list does not hang on the machine's locale.
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "100");
  }

  public int port() {
    return server.getPort();
  }

  public String password() {
    return password;
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  /** The process id of the server, for reports of memory; empty when it is gone. */
  public Optional<ProcessHandle> process() {
    return postmaster.running();
  }

  @Override
  public void close() throws IOException {
    Optional<ProcessHandle> process = postmaster.running();
    server.close();
    process.ifPresent(LocalPostgres::awaitExit);
  }

  /** Asks a server for a fast shutdown (clients are disconnected, nothing committed is lost). */
  private static void stop(ProcessHandle server) {
    try {
      // SIGTERM, all that ProcessHandle can send, would wait for every client to leave.
      new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
      awaitExit(server);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop PostgreSQL " + server.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitExit(ProcessHandle server) {
    try {
      server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("PostgreSQL " + server.pid() + " does not stop", e);
    }
  }
}

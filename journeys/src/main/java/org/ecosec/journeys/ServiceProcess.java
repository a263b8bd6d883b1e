package org.ecosec.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A service that runs as a process of its own and writes to a log file of its own. */
final class ServiceProcess implements AutoCloseable {
  private static final Duration START_PATIENCE = Duration.ofMinutes(4);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(25);
  private static final int LAST_LINES = 25;

  private final Service service;
  private final Process process;
  private final Path log;
  private final PidFiles pids;
  private volatile boolean stopping;

  private ServiceProcess(Service service, Process process, Path log, PidFiles pids) {
    this.service = service;
    this.process = process;
    this.log = log;
    this.pids = pids;
  }

  static ServiceProcess start(Service service, StateDirectory state) throws IOException {
    if (!Files.exists(service.jar())) {
      throw new Refusal(
          service.jar() + " is missing: build first with ./mvnw -DskipTests package.");
    }
    Path log = state.logs().resolve(service.name() + ".log");
    keepPrevious(log);
    var builder = new ProcessBuilder(command(service, state));
    builder.environment().putAll(service.environment());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    var pids = new PidFiles(state);
    pids.note(service.name(), process.pid(), service.address(), service.readiness());
    return new ServiceProcess(service, process, log, pids);
  }

  private static List<String> command(Service service, StateDirectory state) {
    // A Ctrl-C reaches the whole group of processes; ignoring it leaves the order to the launcher.
    return List.of(
        "/bin/sh",
        "-c",
        "trap '' INT HUP; exec \"$0\" \"$@\"",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        PidFiles.mark(state),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-Duser.timezone=UTC",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-jar",
        service.jar().toString());
  }

  private static void keepPrevious(Path log) throws IOException {
    if (Files.exists(log)) {
      Files.move(
          log,
          log.resolveSibling(log.getFileName() + ".previous"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  Service service() {
    return service;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Waits until the service says that it is ready; refuses with its last words if it ends. */
  void awaitReady() throws InterruptedException, IOException {
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (!Health.ready(service.readiness())) {
      if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
        throw new Refusal(
            "%s ended while starting (exit code %d). Its last lines, from %s:%n%s"
                .formatted(service.name(), process.exitValue(), log, lastLines()));
      }
      if (System.nanoTime() > deadline) {
        throw new Refusal(
            "%s is not ready after %d minutes. Its last lines, from %s:%n%s"
                .formatted(service.name(), START_PATIENCE.toMinutes(), log, lastLines()));
      }
    }
  }

  /** Runs the action once if the process ends without having been asked to. */
  void onUnexpectedEnd(Runnable action) {
    var _ =
        process
            .onExit()
            .thenRun(
                () -> {
                  if (!stopping) {
                    action.run();
                  }
                });
  }

  Path log() {
    return log;
  }

  private String lastLines() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return "  "
        + String.join("\n  ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  /** Asks it to end without waiting, so that several can end at the same time. */
  void askToStop() {
    stopping = true;
    handle().destroy();
  }

  @Override
  public void close() throws IOException {
    stopping = true;
    stop(handle());
    pids.forget(service.name());
  }

  /** Asks a process to end, and ends it if it does not. */
  static void stop(ProcessHandle process) {
    process.destroy();
    if (!Exit.awaited(process, STOP_PATIENCE)) {
      process.destroyForcibly();
      Exit.awaited(process, STOP_PATIENCE);
    }
  }
}

package org.ecosec.journeys;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts everything, loads the reference record once, and stays until it is told to stop. */
final class StartCommand {
  private final LocalPlatform.Settings settings;
  private final StateDirectory state;
  private final PrintStream out;

  StartCommand(LocalPlatform.Settings settings, PrintStream out) {
    this.settings = settings;
    this.state = settings.state();
    this.out = out;
  }

  int run(Options options) throws IOException, InterruptedException {
    long start = System.nanoTime();
    state.create();
    try (var _ = RunLock.take(state);
        var shutdown = new Shutdown()) {
      new Leftovers(state).stop(out::println);
      if (options.fresh()) {
        state.forgetData();
        out.println("The data of earlier starts is forgotten");
      }
      LauncherLog.to(state.logs().resolve("servers.log"));
      var pids = new PidFiles(state);
      pids.note("launcher", ProcessHandle.current().pid(), "", "");
      try (var platform = LocalPlatform.start(settings, out::println)) {
        loadRecord(options, platform);
        announce(platform, Duration.ofNanos(System.nanoTime() - start));
        shutdown.await();
        out.println("\nStopping ...");
      } catch (InterruptedException | IOException | RuntimeException failure) {
        return explain(failure, shutdown);
      } finally {
        Files.deleteIfExists(state.ready());
        pids.forget("launcher");
      }
      out.println("Stopped. The data stays in " + state.path() + ".");
      return 0;
    }
  }

  private int explain(Exception failure, Shutdown shutdown) {
    if (shutdown.asked()) {
      out.println("\nStopped before everything was ready.");
      return 130;
    }
    if (failure instanceof Refusal refusal) {
      throw refusal;
    }
    Logger.getLogger(getClass().getName()).log(Level.SEVERE, "The start failed", failure);
    throw new Refusal(
        "The start failed (%s); the details are in %s."
            .formatted(failure.getMessage(), state.logs().resolve("servers.log")));
  }

  private void loadRecord(Options options, LocalPlatform platform)
      throws IOException, InterruptedException {
    if (options.empty()) {
      return;
    }
    if (Files.exists(state.referenceRecordLoaded())) {
      out.println("The reference record was loaded by an earlier start");
      return;
    }
    var api = new PublicApi(platform.edge(), platform.tokens().token(Role.STEWARD));
    new ReferenceRecord(api, out::println).load();
    Files.writeString(state.referenceRecordLoaded(), "");
  }

  private void announce(LocalPlatform platform, Duration took) throws IOException {
    platform
        .services()
        .forEach(
            process ->
                process.onUnexpectedEnd(
                    () ->
                        out.printf(
                            "%s has ended unexpectedly; its log is %s%n",
                            process.service().name(), process.log())));
    out.print(new Announcement(platform, state, took).text());
    out.flush();
    Files.writeString(state.ready(), platform.edge().toString());
  }

  /** Ends the wait of the main thread on Ctrl-C or SIGTERM, and holds the exit until it is done. */
  private static final class Shutdown implements AutoCloseable {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread main = Thread.currentThread();

    Shutdown() {
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    private void stop() {
      asked.countDown();
      main.interrupt();
      try {
        done.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    boolean asked() {
      return asked.getCount() == 0;
    }

    void await() throws InterruptedException {
      try {
        asked.await();
      } catch (InterruptedException e) {
        if (!asked()) {
          throw e;
        }
      }
    }

    @Override
    public void close() {
      done.countDown();
    }
  }
}

package org.ecosec.journeys;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import org.ecosec.local.LocalPostgres;

/** Shows what runs, where and with how much memory; the exit code is 0 only if all is ready. */
record StatusCommand(StateDirectory state, PrintStream out) {
  private static final String LINE = "%-20s %-12s %8s %6s MiB  %s%n";

  int run() throws IOException, InterruptedException {
    var pids = new PidFiles(state);
    var launcher = pids.running("launcher");
    boolean all = launcher.isPresent() && Files.exists(state.ready());
    for (String name : Leftovers.SERVICES) {
      var running = pids.running(name);
      if (running.isEmpty()) {
        out.printf("%-20s not running%n", name);
        all = false;
        continue;
      }
      boolean ready = Health.ready(running.get().health());
      all &= ready;
      line(name, ready ? "ready" : "not ready", running.get().process(), running.get().address());
    }
    LocalPostgres.running(state.postgres())
        .ifPresentOrElse(
            server -> line("PostgreSQL", "running", server, ""),
            () -> out.printf("%-20s not running%n", "PostgreSQL"));
    if (launcher.isPresent()) {
      ProcessHandle process = launcher.get().process();
      out.printf(
          LINE, "Kafka and launcher", "running", process.pid(), Memory.ownMebibytes(process), "");
    } else {
      out.printf("%-20s not running%n", "Kafka and launcher");
    }
    return all ? 0 : 1;
  }

  private void line(String name, String condition, ProcessHandle process, String address) {
    out.printf(LINE, name, condition, process.pid(), Memory.mebibytes(process), address);
  }
}

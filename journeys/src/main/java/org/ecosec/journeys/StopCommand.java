package org.ecosec.journeys;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;

/** Ends a platform that runs in the background, and what a killed one left. */
record StopCommand(StateDirectory state, PrintStream out) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  int run() throws IOException {
    var pids = new PidFiles(state);
    var launcher = pids.running("launcher");
    if (launcher.isPresent()) {
      out.println("Stopping ...");
      ProcessHandle process = launcher.get().process();
      process.destroy();
      if (!Exit.awaited(process, PATIENCE)) {
        process.destroyForcibly();
        Exit.awaited(process, PATIENCE);
      }
    }
    boolean left = new Leftovers(state).stop(out::println);
    pids.forget("launcher");
    Files.deleteIfExists(state.ready());
    out.println(launcher.isPresent() || left ? "Stopped." : "Nothing was running.");
    return 0;
  }
}

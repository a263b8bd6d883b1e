package org.ecosec.journeys;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.ecosec.local.LocalPostgres;

/** What a killed launcher left running: services that lost their parent, and PostgreSQL. */
record Leftovers(StateDirectory state) {
  static final List<String> SERVICES =
      List.of("trade-service", "investment-service", "alerts-service", "dashboard");

  /** Stops them in the reverse order of their start; answers whether there was anything. */
  boolean stop(Consumer<String> progress) throws IOException {
    boolean any = false;
    var pids = new PidFiles(state);
    var names = new ArrayList<>(SERVICES);
    Collections.reverse(names);
    for (String name : names) {
      var running = pids.running(name);
      if (running.isPresent()) {
        any = true;
        progress.accept("Stopping " + name + ", which an earlier start left running");
        ServiceProcess.stop(running.get().process());
      }
      pids.forget(name);
    }
    if (LocalPostgres.running(state.postgres()).isPresent()) {
      any = true;
      progress.accept("Stopping PostgreSQL, which an earlier start left running");
      LocalPostgres.stopLeftBehind(state.postgres());
    }
    return any;
  }
}

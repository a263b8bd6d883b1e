package org.ecosec.journeys;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the platform in a process that stays, and shows its progress until it is ready. */
record DetachedStart(StateDirectory state, PrintStream out) {

  int run(Options options) throws IOException, InterruptedException {
    state.create();
    RunLock.take(state).close();
    Files.deleteIfExists(state.ready());
    Path log = state.logs().resolve("run.log");
    Files.deleteIfExists(log);
    var builder = new ProcessBuilder(command(options));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process launcher = builder.start();
    launcher.getOutputStream().close();
    return follow(launcher, log);
  }

  private List<String> command(Options options) {
    var command =
        new ArrayList<>(
            List.of(
                "nohup",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                PidFiles.mark(state)));
    command.addAll(LauncherFlags.ALL);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    if (options.fresh()) {
      command.add("--fresh");
    }
    if (options.empty()) {
      command.add("--empty");
    }
    return command;
  }

  private int follow(Process launcher, Path log) throws IOException, InterruptedException {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      while (true) {
        boolean ended = launcher.waitFor(200, TimeUnit.MILLISECONDS);
        boolean ready = Files.exists(state.ready());
        show(file);
        if (ready) {
          return 0;
        }
        if (ended) {
          return launcher.exitValue() == 0 ? 1 : launcher.exitValue();
        }
      }
    }
  }

  private void show(RandomAccessFile file) throws IOException {
    byte[] news = new byte[(int) (file.length() - file.getFilePointer())];
    file.readFully(news);
    out.write(news);
    out.flush();
  }
}

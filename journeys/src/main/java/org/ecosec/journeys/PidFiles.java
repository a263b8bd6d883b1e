package org.ecosec.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Notes which processes belong to a local platform, so that another command finds them again. Each
 * of them carries {@link #mark} on its command line: a number alone may by now be somebody else's.
 */
final class PidFiles {
  private final Path directory;
  private final String mark;

  PidFiles(StateDirectory state) {
    this.directory = state.pids();
    this.mark = mark(state);
  }

  /** The argument that every Java process of the platform is started with. */
  static String mark(StateDirectory state) {
    return "-Decosec.state=" + state.path();
  }

  void note(String name, long pid, String address, String health) throws IOException {
    Files.createDirectories(directory);
    Files.write(directory.resolve(name), List.of(Long.toString(pid), address, health));
  }

  void forget(String name) throws IOException {
    Files.deleteIfExists(directory.resolve(name));
  }

  /** The noted process if it still runs and is ours. */
  Optional<Running> running(String name) throws IOException {
    try {
      List<String> lines = Files.readAllLines(directory.resolve(name));
      return ProcessHandle.of(Long.parseLong(lines.getFirst()))
          .filter(ProcessHandle::isAlive)
          .filter(this::ours)
          .map(process -> new Running(process, lines.get(1), lines.get(2)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private boolean ours(ProcessHandle process) {
    var info = process.info();
    return info.arguments().map(List::of).orElse(List.of()).contains(mark)
        || info.commandLine().orElse("").contains(mark);
  }

  /** A live process of the platform with its address and the address of its health check. */
  record Running(ProcessHandle process, String address, String health) {}
}

package org.ecosec.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Resident memory of a process and its children in MiB. Where the system tells (Linux), a page that
 * several of them share is counted in parts, as PostgreSQL's processes share most of theirs.
 */
final class Memory {
  private Memory() {}

  static long mebibytes(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
            .mapToLong(Memory::kibibytes)
            .sum()
        >> 10;
  }

  /** Only the process itself: what the launcher uses without the services that it started. */
  static long ownMebibytes(ProcessHandle process) {
    return kibibytes(process) >> 10;
  }

  private static long kibibytes(ProcessHandle process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (NoSuchFileException notLinux) {
      return fromPs(process);
    } catch (IOException | java.io.UncheckedIOException gone) {
      return 0;
    }
  }

  private static long fromPs(ProcessHandle process) {
    try {
      Process ps =
          new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
      try (var reader = ps.inputReader()) {
        String line = reader.readLine();
        return line == null ? 0 : Long.parseLong(line.strip());
      }
    } catch (IOException noPs) {
      return 0;
    }
  }
}

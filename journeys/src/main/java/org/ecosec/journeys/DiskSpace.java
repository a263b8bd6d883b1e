package org.ecosec.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The room that the data of a local platform needs. */
final class DiskSpace {
  private static final long GIBIBYTE = 1L << 30;

  private DiskSpace() {}

  static void requireAGibibyte(Path directory) throws IOException {
    long free = Files.getFileStore(directory).getUsableSpace();
    if (free < GIBIBYTE) {
      throw new Refusal(
          "The disk of %s has %d MiB left and at least 1024 MiB are needed: free some space and start again."
              .formatted(directory, free >> 20));
    }
  }
}

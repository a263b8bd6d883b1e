package org.ecosec.journeys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what PostgreSQL's starter and Kafka say to a file, so that the screen shows progress. */
final class LauncherLog {
  private static final int BYTES = 10_000_000;

  private LauncherLog() {}

  static void to(Path file) throws IOException {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
    LogManager.getLogManager().reset();
    var handler = new FileHandler(file.toString(), BYTES, 1, true);
    handler.setFormatter(new SimpleFormatter());
    handler.setLevel(Level.INFO);
    Logger.getLogger("").addHandler(handler);
  }
}

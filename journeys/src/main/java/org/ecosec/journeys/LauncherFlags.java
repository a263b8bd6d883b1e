package org.ecosec.journeys;

import java.util.List;

/** How the launcher's own JVM is started: with the broker inside it, and modestly. */
final class LauncherFlags {
  static final List<String> ALL =
      List.of(
          "-Xmx384m",
          "-XX:+UseSerialGC",
          "-Duser.timezone=UTC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private LauncherFlags() {}
}

package org.ecosec.benchmarks;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;

/** What the figures were measured on: they say little without it. */
record Machine(int cores, long memoryGib, String system, String jdk, String postgres) {

  static Machine with(Connection database) throws SQLException {
    return of(database.getMetaData().getDatabaseProductVersion());
  }

  /** Where only this process is measured. */
  static Machine alone() {
    return of("not used");
  }

  private static Machine of(String postgres) {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
        system.getName() + " " + system.getArch(),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        postgres);
  }

  String text() {
    return "%d cores, %d GiB, %s, JDK %s, PostgreSQL %s"
        .formatted(cores, memoryGib, system, jdk, postgres);
  }
}

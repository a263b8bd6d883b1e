package org.ecosec.platform.testing;

import java.io.IOException;
import org.ecosec.local.LocalKafka;
import org.ecosec.local.LocalPostgres;
import org.jboss.logging.Logger;

/** The servers of {@code local}, where no Docker engine answers. */
final class EmbeddedServers {

  private EmbeddedServers() {}

  static RealServers.Servers start() throws IOException {
    var postgres = LocalPostgres.temporary();
    var kafka = LocalKafka.temporary();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(kafka, postgres)));
    Logger.getLogger(EmbeddedServers.class).info("Tests run on embedded PostgreSQL and Kafka");
    return new RealServers.Servers(
        postgres.jdbcUrl(""),
        LocalPostgres.SUPERUSER,
        postgres.password(),
        kafka.bootstrapServers());
  }

  private static void close(LocalKafka kafka, LocalPostgres postgres) {
    try (postgres;
        kafka) {
      return;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}

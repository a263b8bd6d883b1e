package org.ecosec.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.ecosec.local.ServiceDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Real PostgreSQL and real Kafka for a module's tests, one of each per JVM: containers where a
 * Docker engine answers, the embedded servers where none does. Needs the init argument {@code
 * database}, the name of the service's database.
 */
public class RealServers implements QuarkusTestResourceLifecycleManager {

  private static final String PASSWORD = "test";
  private static @Nullable Servers servers;

  private String database = "";

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.getOrDefault("database", "");
  }

  @Override
  public Map<String, String> start() {
    try {
      var running = servers();
      var service = new ServiceDatabase(database, PASSWORD, PASSWORD);
      service.createOn(running.jdbcServer(), running.superuser(), running.superuserPassword());
      return settings(running, service);
    } catch (SQLException failure) {
      throw new IllegalStateException("The test database could not be created", failure);
    }
  }

  /** The servers of this JVM, started at the first call. */
  public static synchronized Servers servers() {
    if (servers == null) {
      try {
        servers =
            ContainerServers.engineAnswers() ? ContainerServers.start() : EmbeddedServers.start();
      } catch (IOException failure) {
        throw new IllegalStateException("The test servers could not be started", failure);
      }
    }
    return servers;
  }

  private static Map<String, String> settings(Servers servers, ServiceDatabase service) {
    var settings = new HashMap<String, String>();
    settings.put("ecosec.mode", "local");
    settings.put("ecosec.log.json", "false");
    settings.put("ecosec.database.url", servers.jdbcServer() + service.name());
    settings.put("ecosec.database.app-user", service.app());
    settings.put("ecosec.database.app-password", PASSWORD);
    settings.put("ecosec.database.owner-user", service.owner());
    settings.put("ecosec.database.owner-password", PASSWORD);
    settings.put("ecosec.oidc.public-key", Tokens.publicKey());
    settings.put("kafka.bootstrap.servers", servers.kafka());
    settings.put("quarkus.http.test-port", "0");
    settings.put("quarkus.management.test-port", "0");
    return settings;
  }

  // The servers outlive every test class of the JVM and end with it.
  @Override
  public void stop() {}

  /** Where the servers listen; {@code jdbcServer} ends in the slash before the database name. */
  public record Servers(
      String jdbcServer, String superuser, String superuserPassword, String kafka) {}
}

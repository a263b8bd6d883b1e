package org.ecosec.journeys;

import static org.ecosec.journeys.Ports.Listener.ECOSEC_ALERTS_MANAGEMENT_PORT;
import static org.ecosec.journeys.Ports.Listener.ECOSEC_ALERTS_PORT;
import static org.ecosec.journeys.Ports.Listener.ECOSEC_EDGE_MANAGEMENT_PORT;
import static org.ecosec.journeys.Ports.Listener.ECOSEC_EDGE_PORT;
import static org.ecosec.journeys.Ports.Listener.ECOSEC_INVESTMENT_MANAGEMENT_PORT;
import static org.ecosec.journeys.Ports.Listener.ECOSEC_INVESTMENT_PORT;
import static org.ecosec.journeys.Ports.Listener.ECOSEC_KAFKA_PORT;
import static org.ecosec.journeys.Ports.Listener.ECOSEC_POSTGRES_PORT;
import static org.ecosec.journeys.Ports.Listener.ECOSEC_TRADE_MANAGEMENT_PORT;
import static org.ecosec.journeys.Ports.Listener.ECOSEC_TRADE_PORT;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.local.ServiceDatabase;

/** The four applications of the platform, in the order in which they start. */
final class ServiceCatalogue {
  static final List<String> WITH_DATABASE = List.of("trade", "investment", "alerts");

  private final LocalPlatform.Settings settings;
  private final String publicKey;

  ServiceCatalogue(LocalPlatform.Settings settings, String publicKey) {
    this.settings = settings;
    this.publicKey = publicKey;
  }

  List<Service> services() throws IOException {
    return List.of(
        withDatabase("trade", ECOSEC_TRADE_PORT, ECOSEC_TRADE_MANAGEMENT_PORT),
        withDatabase("investment", ECOSEC_INVESTMENT_PORT, ECOSEC_INVESTMENT_MANAGEMENT_PORT),
        withDatabase("alerts", ECOSEC_ALERTS_PORT, ECOSEC_ALERTS_MANAGEMENT_PORT),
        service(
            "dashboard",
            ECOSEC_EDGE_PORT,
            ECOSEC_EDGE_MANAGEMENT_PORT,
            Map.of(
                "ECOSEC_EDGE_TRADE", "http://127.0.0.1:" + port(ECOSEC_TRADE_PORT),
                "ECOSEC_EDGE_INVESTMENT", "http://127.0.0.1:" + port(ECOSEC_INVESTMENT_PORT),
                "ECOSEC_EDGE_ALERTS", "http://127.0.0.1:" + port(ECOSEC_ALERTS_PORT))));
  }

  private Service withDatabase(String name, Ports.Listener http, Ports.Listener management)
      throws IOException {
    var state = settings.state();
    var database =
        new ServiceDatabase(name, state.secret(name + "-owner"), state.secret(name + "-app"));
    var environment = new HashMap<String, String>();
    environment.put(
        "ECOSEC_DATABASE_URL",
        "jdbc:postgresql://127.0.0.1:" + port(ECOSEC_POSTGRES_PORT) + "/" + database.name());
    environment.put("ECOSEC_DATABASE_OWNER_USER", database.owner());
    environment.put("ECOSEC_DATABASE_OWNER_PASSWORD", database.ownerPassword());
    environment.put("ECOSEC_DATABASE_APP_USER", database.app());
    environment.put("ECOSEC_DATABASE_APP_PASSWORD", database.appPassword());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port(ECOSEC_KAFKA_PORT));
    environment.put("ECOSEC_OIDC_PUBLIC_KEY", publicKey);
    environment.put("ECOSEC_SWAGGER_UI", "true");
    // So that `run receive` on this machine can be a subscriber; it has no effect in production.
    environment.put("ECOSEC_WEBHOOKS_ALLOW_LOOPBACK", "true");
    environment.put("ECOSEC_WEBHOOKS_SECRET_KEYS", state.secret("webhook-secrets"));
    environment.put("ECOSEC_WEBHOOKS_PUBLIC_URL", "http://localhost:" + port(ECOSEC_EDGE_PORT));
    return service(name + "-service", http, management, environment);
  }

  private Service service(
      String module, Ports.Listener http, Ports.Listener management, Map<String, String> more) {
    var environment = new HashMap<>(more);
    environment.put("ECOSEC_MODE", "local");
    environment.put("ECOSEC_LOG_JSON", "false");
    // On a local machine anybody who reaches a port may read: nobody but this machine does.
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(port(http)));
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(port(management)));
    var jar = settings.checkout().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    return new Service(module, jar, port(http), port(management), environment);
  }

  private int port(Ports.Listener listener) {
    return settings.ports().of(listener);
  }
}

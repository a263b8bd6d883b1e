package org.ecosec.journeys;

import java.nio.file.Path;
import java.util.Map;

/** A packaged application and what it is started with. */
record Service(
    String name, Path jar, int port, int managementPort, Map<String, String> environment) {

  Service {
    environment = Map.copyOf(environment);
  }

  String address() {
    return "http://localhost:" + port;
  }

  String readiness() {
    return "http://127.0.0.1:" + managementPort + "/q/health/ready";
  }
}

package org.ecosec.platform.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start a production service that would trust what anybody can forge. */
@ApplicationScoped
class ProductionGuard {

  private final SecurityConfig config;
  private final boolean authenticationOn;

  ProductionGuard(
      SecurityConfig config,
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "true") boolean on) {
    this.config = config;
    this.authenticationOn = on;
  }

  void check(@Observes @Priority(1) StartupEvent event) {
    if (config.local()) {
      return;
    }
    refuseIf(!authenticationOn, "authentication is off: remove quarkus.oidc.tenant-enabled=false");
    refuseIf(
        config.publicKey().isPresent(), "a local key is trusted: remove ecosec.oidc.public-key");
    refuseIf(
        !config.authServerUrl().orElse("").startsWith("https://"),
        "the token issuer is not https: set ecosec.oidc.auth-server-url to an https address");
  }

  private static void refuseIf(boolean wrong, String reason) {
    if (wrong) {
      throw new IllegalStateException("Not starting in production mode, because " + reason);
    }
  }
}

package org.ecosec.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the service runs and whose tokens it trusts. */
@ApplicationScoped
public class SecurityConfig {

  private final String mode;
  private final Optional<String> authServerUrl;
  private final Optional<String> publicKey;

  SecurityConfig(
      @ConfigProperty(name = "ecosec.mode", defaultValue = "production") String mode,
      @ConfigProperty(name = "ecosec.oidc.auth-server-url") Optional<String> authServerUrl,
      @ConfigProperty(name = "ecosec.oidc.public-key") Optional<String> publicKey) {
    this.mode = mode;
    this.authServerUrl = authServerUrl;
    this.publicKey = publicKey;
  }

  /** True on one machine with keys of its own; anything but {@code local} is production. */
  public boolean local() {
    return mode.equals("local");
  }

  Optional<String> authServerUrl() {
    return authServerUrl;
  }

  Optional<String> publicKey() {
    return publicKey;
  }
}

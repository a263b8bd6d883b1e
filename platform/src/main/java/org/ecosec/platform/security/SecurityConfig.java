package org.ecosec.platform.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where the service runs and whose tokens it trusts. */
@ConfigMapping(prefix = "ecosec")
public interface SecurityConfig {

  /** {@code local} for one machine with its own keys; anything else is guarded as production. */
  @WithDefault("production")
  String mode();

  Oidc oidc();

  /** The issuer of tokens: a provider's https address, or a public key in local mode. */
  interface Oidc {
    Optional<String> authServerUrl();

    Optional<String> publicKey();
  }

  default boolean local() {
    return mode().equals("local");
  }
}

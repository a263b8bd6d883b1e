package org.ecosec.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Arrays;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Takes the caller's handling level from the token's claim {@code handling}; none means public. */
public class ClearanceFilter {

  private final SecurityIdentity identity;
  private final Clearance clearance;

  ClearanceFilter(SecurityIdentity identity, Clearance clearance) {
    this.identity = identity;
    this.clearance = clearance;
  }

  @ServerRequestFilter
  public void grant() {
    var claim =
        identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim("handling") : null;
    clearance.serve(
        Arrays.stream(HandlingLevel.values())
            .filter(level -> level.name().equals(claim))
            .findFirst()
            .orElse(HandlingLevel.PUBLIC));
  }
}

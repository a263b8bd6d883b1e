package org.ecosec.platform.idempotency;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;

/** Who asks, and for which path: two callers may use the same key for different things. */
@RequestScoped
class Caller {

  private final SecurityIdentity identity;
  private final UriInfo uri;

  Caller(SecurityIdentity identity, UriInfo uri) {
    this.identity = identity;
    this.uri = uri;
  }

  String name() {
    return identity.isAnonymous() ? "" : identity.getPrincipal().getName();
  }

  String route() {
    return uri.getPath();
  }
}

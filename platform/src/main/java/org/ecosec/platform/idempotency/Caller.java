package org.ecosec.platform.idempotency;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import org.ecosec.platform.security.Pseudonyms;
import org.jspecify.annotations.Nullable;

/** Who asks, and for which path: two callers may use the same key for different things. */
@RequestScoped
class Caller {

  private final SecurityIdentity identity;
  private final Pseudonyms pseudonyms;
  private final UriInfo uri;
  private @Nullable String id;

  Caller(SecurityIdentity identity, Pseudonyms pseudonyms, UriInfo uri) {
    this.identity = identity;
    this.pseudonyms = pseudonyms;
    this.uri = uri;
  }

  /** Looked up once: a caller who erases themselves must not come back by it. */
  String id() {
    if (id == null) {
      id = identity.isAnonymous() ? "" : pseudonyms.of(identity.getPrincipal().getName());
    }
    return id;
  }

  String route() {
    return uri.getPath();
  }
}

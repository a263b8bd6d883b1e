package org.ecosec.platform.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Adds the roles that a role includes; on a local machine, nobody in particular may read. */
@ApplicationScoped
class RoleExpansion implements SecurityIdentityAugmentor {

  private final SecurityConfig config;

  RoleExpansion(SecurityConfig config) {
    this.config = config;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    var expanded = QuarkusSecurityIdentity.builder(identity);
    if (identity.isAnonymous() && config.local()) {
      expanded.addRole(Roles.READER);
    }
    identity.getRoles().forEach(role -> expanded.addRoles(Roles.includedIn(role)));
    return Uni.createFrom().item(expanded.build());
  }
}

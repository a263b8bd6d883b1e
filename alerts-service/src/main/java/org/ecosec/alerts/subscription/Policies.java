package org.ecosec.alerts.subscription;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import org.ecosec.platform.security.SecurityConfig;

/** The address policy of this installation. */
class Policies {

  @Produces
  @Singleton
  AddressPolicy addressPolicy(SecurityConfig security, WebhookConfig webhooks) {
    return new AddressPolicy(
        security.local() && webhooks.allowLoopback(),
        host -> List.of(InetAddress.getAllByName(host)));
  }
}

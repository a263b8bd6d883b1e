package org.ecosec.alerts.subscription;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Where webhooks may go: to the public internet by https, and to this machine by http where that is
 * allowed. Every address of a host must pass, so that no answer of a name server can smuggle one
 * in.
 */
public final class AddressPolicy {

  /** Resolves a host: the name service, or a table in tests. */
  @FunctionalInterface
  public interface Resolver {
    List<InetAddress> resolve(String host) throws UnknownHostException;
  }

  /** A target with the checked address that is to be connected to, and no other. */
  public record Checked(WebhookTarget target, InetAddress address) {}

  private final boolean allowLoopback;
  private final Resolver resolver;

  public AddressPolicy(boolean allowLoopback, Resolver resolver) {
    this.allowLoopback = allowLoopback;
    this.resolver = resolver;
  }

  /** Parses, resolves once and checks every address. */
  public Checked check(String url) throws RefusedAddress {
    var target = WebhookTarget.parse(url);
    var addresses = resolve(target.host());
    if (addresses.isEmpty()) {
      throw new RefusedAddress("has a host that no name server knows");
    }
    for (InetAddress address : addresses) {
      if (target.secure() && !IpRanges.isGlobal(address)) {
        throw new RefusedAddress("leads to " + address.getHostAddress() + ", which is not public");
      }
      if (!target.secure() && !(allowLoopback && address.isLoopbackAddress())) {
        throw new RefusedAddress("must start with https://");
      }
    }
    return new Checked(target, addresses.getFirst());
  }

  private List<InetAddress> resolve(String host) throws RefusedAddress {
    try {
      return resolver.resolve(host);
    } catch (UnknownHostException unknown) {
      throw new RefusedAddress("has a host that no name server knows");
    }
  }
}

package org.ecosec.alerts.subscription;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses lie on the public internet, by the IANA special-purpose registries: Java's own
 * predicates miss shared (CGNAT), unique-local, NAT64, 6to4 and reserved space.
 */
final class IpRanges {

  private static final List<Range> NOT_GLOBAL_V4 =
      ranges(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared, carrier-grade NAT
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, cloud metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  private static final List<Range> GLOBAL_V6 = ranges("2000::/3");

  // Everything else that is not global lies outside 2000::/3: loopback, mapped, NAT64, fc00::/7.
  private static final List<Range> NOT_GLOBAL_V6 =
      ranges(
          "2001::/23", // protocol assignments, Teredo, ORCHID
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4: may name a private IPv4 address
          "3fff::/20"); // documentation

  private IpRanges() {}

  static boolean isGlobal(InetAddress address) {
    var bytes = address.getAddress();
    return bytes.length == 4
        ? NOT_GLOBAL_V4.stream().noneMatch(range -> range.holds(bytes))
        : GLOBAL_V6.stream().anyMatch(range -> range.holds(bytes))
            && NOT_GLOBAL_V6.stream().noneMatch(range -> range.holds(bytes));
  }

  private static final class Range {

    private final byte[] network;
    private final int bits;

    Range(byte[] network, int bits) {
      this.network = network;
      this.bits = bits;
    }

    boolean holds(byte[] address) {
      if (address.length != network.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static List<Range> ranges(String... texts) {
    return Stream.of(texts).map(IpRanges::range).toList();
  }

  private static Range range(String text) {
    int slash = text.indexOf('/');
    try {
      var network = InetAddress.getByName(text.substring(0, slash)).getAddress();
      return new Range(network, Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

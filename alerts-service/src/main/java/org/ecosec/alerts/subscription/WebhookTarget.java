package org.ecosec.alerts.subscription;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The address of a webhook, read strictly: https, one spelling of each host (a name, a dotted quad
 * without leading zeros, or an IPv6 literal), no user, no fragment. What {@code http} may reach is
 * decided by {@link AddressPolicy}.
 */
public record WebhookTarget(boolean secure, String host, int port, String pathAndQuery) {

  private static final int MAX_URL = 2_000;
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern QUAD =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

  /** Refuses with a reason that the caller can act on. */
  static WebhookTarget parse(String url) throws RefusedAddress {
    if (url.length() > MAX_URL) {
      throw new RefusedAddress("is longer than " + MAX_URL + " characters");
    }
    var uri = uri(url);
    boolean secure = "https".equals(uri.getScheme());
    if (!secure && !"http".equals(uri.getScheme())) {
      throw new RefusedAddress("must start with https://");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null || uri.getHost() == null) {
      throw new RefusedAddress("takes a host, without user and fragment");
    }
    var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    int port = uri.getPort() == -1 ? (secure ? 443 : 80) : uri.getPort();
    if (port < 1 || port > 65_535) {
      throw new RefusedAddress("has no valid port");
    }
    return new WebhookTarget(secure, canonical(uri.getHost()), port, path + query);
  }

  private static URI uri(String url) throws RefusedAddress {
    try {
      return new URI(url).parseServerAuthority();
    } catch (URISyntaxException malformed) {
      throw new RefusedAddress("is not a URL");
    }
  }

  private static String canonical(String host) throws RefusedAddress {
    if (host.startsWith("[")) {
      var literal = host.substring(1, host.length() - 1);
      // Zones name interfaces of this machine; a mapped IPv4 address is a second spelling.
      if (literal.contains("%") || literal.contains(".")) {
        throw new RefusedAddress("takes plain IPv6 literals only");
      }
      return canonicalV6(literal);
    }
    if (QUAD.matcher(host).matches()) {
      return host;
    }
    var name = host.toLowerCase(Locale.ROOT);
    // The last label of a name starts with a letter: 0177.0.0.1, 127.1 and 2130706433 are none.
    if (!NAME.matcher(name).matches()) {
      throw new RefusedAddress("has a host that is neither a name nor a canonical address");
    }
    return name;
  }

  private static String canonicalV6(String literal) throws RefusedAddress {
    try {
      return InetAddress.ofLiteral(literal).getHostAddress();
    } catch (IllegalArgumentException malformed) {
      throw new RefusedAddress("has no valid IPv6 literal");
    }
  }
}

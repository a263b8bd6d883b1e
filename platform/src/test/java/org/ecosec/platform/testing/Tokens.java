package org.ecosec.platform.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/** Bearer tokens for tests, signed with a key of this JVM. */
public final class Tokens {

  private static final KeyPair KEYS = generate();

  private Tokens() {}

  /** {@code Authorization} value for a caller of the role, cleared for public records only. */
  public static String bearer(String role) {
    return bearer(role, "PUBLIC");
  }

  /** The same with a handling level: PUBLIC, PARTNER or RESTRICTED. */
  public static String bearer(String role, String handling) {
    return bearerOf(role + "-of-tests", role, handling);
  }

  /** Of a caller with a name of their own. */
  public static String bearerOf(String name, String role, String handling) {
    return "Bearer "
        + Jwt.issuer("ecosec-local")
            .audience("ecosec")
            .subject(name)
            .upn(name)
            .groups(role)
            .claim("handling", handling)
            .expiresIn(Duration.ofHours(1))
            .sign(KEYS.getPrivate());
  }

  static String publicKey() {
    return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
  }

  private static KeyPair generate() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

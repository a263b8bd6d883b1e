package org.ecosec.journeys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** A bearer token for each role, renewed at every start of the local platform. */
public final class LocalTokens {
  static final String ISSUER = "ecosec-local";
  static final String AUDIENCE = "ecosec";
  private static final Duration VALID = Duration.ofDays(30);

  private final SigningKey key;
  private final InstantSource clock;

  LocalTokens(SigningKey key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  String publicKey() {
    return key.publicKey();
  }

  public String token(Role role) {
    Instant now = clock.instant();
    try {
      return key.sign(
          Map.of(
              "iss", ISSUER,
              "aud", AUDIENCE,
              "sub", "local-" + role.label(),
              "upn", "local-" + role.label(),
              "groups", role.groups(),
              "handling", role.handling(),
              "jti", UUID.randomUUID().toString(),
              "iat", now.getEpochSecond(),
              "exp", now.plus(VALID).getEpochSecond()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  void writeTo(Path directory) throws IOException {
    for (Role role : Role.values()) {
      OwnerOnlyFile.write(directory.resolve(role.label() + ".jwt"), token(role));
    }
  }
}

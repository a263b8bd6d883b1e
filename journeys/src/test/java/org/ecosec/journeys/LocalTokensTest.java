package org.ecosec.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTokensTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  @TempDir Path directory;

  @Test
  void aTokenIsSignedWithThePrivateHalfAndNamesTheRoleWithThoseItIncludes() throws Exception {
    var tokens = new LocalTokens(SigningKey.in(directory), InstantSource.fixed(NOW));
    String[] parts = tokens.token(Role.STEWARD).split("\\.", -1);

    var verifier = Signature.getInstance("SHA256withRSA");
    var key = new X509EncodedKeySpec(Base64.getDecoder().decode(tokens.publicKey()));
    verifier.initVerify(KeyFactory.getInstance("RSA").generatePublic(key));
    verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();

    JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
    assertThat(claims.get("groups"))
        .extracting(JsonNode::asText)
        .containsExactly("steward", "analyst", "reader");
    assertThat(claims.get("iss").asText()).isEqualTo("ecosec-local");
    assertThat(claims.get("aud").asText()).isEqualTo("ecosec");
    assertThat(claims.get("exp").asLong()).isEqualTo(NOW.getEpochSecond() + 30L * 24 * 3600);
  }

  @Test
  void theKeyIsMadeOnceAndOnlyItsOwnerMayReadIt() throws Exception {
    String first = SigningKey.in(directory).publicKey();
    assertThat(SigningKey.in(directory).publicKey()).isEqualTo(first);
    assertThat(permissions("private.pem")).isEqualTo("rw-------");

    new LocalTokens(SigningKey.in(directory), InstantSource.fixed(NOW)).writeTo(directory);
    assertThat(permissions("reader.jwt")).isEqualTo("rw-------");
  }

  private String permissions(String file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file)));
  }
}

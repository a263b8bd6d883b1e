package org.ecosec.journeys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;

/** The RSA key that signs the tokens of one local platform (RS256). */
final class SigningKey {
  private static final int BITS = 2048;
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrivateKey key;
  private final PublicKey publicKey;

  private SigningKey(PrivateKey key) throws GeneralSecurityException {
    this.key = key;
    var parts = (RSAPrivateCrtKey) key;
    this.publicKey =
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(parts.getModulus(), parts.getPublicExponent()));
  }

  /** Reads the key of the directory; the first time it makes one there, readable by its owner. */
  static SigningKey in(Path directory) throws IOException, GeneralSecurityException {
    Path file = directory.resolve("private.pem");
    if (!Files.exists(file)) {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
      OwnerOnlyFile.write(file, pem("PRIVATE KEY", encoded));
    }
    String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
    var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
    return new SigningKey(KeyFactory.getInstance("RSA").generatePrivate(spec));
  }

  /** The public half as the services take it: base64 of its X.509 form. */
  String publicKey() {
    return Base64.getEncoder().encodeToString(publicKey.getEncoded());
  }

  /** A signed JSON Web Token with these claims. */
  String sign(Map<String, Object> claims) throws GeneralSecurityException {
    String content = json(Map.of("alg", "RS256", "typ", "JWT")) + "." + json(claims);
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(content.getBytes(StandardCharsets.US_ASCII));
    return content + "." + URL.encodeToString(signature.sign());
  }

  private static String json(Map<String, Object> part) {
    try {
      return URL.encodeToString(JSON.writeValueAsBytes(part));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, byte[] encoded) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}

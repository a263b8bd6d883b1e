package org.ecosec.journeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a delivery as the Standard Webhooks specification says: HMAC-SHA256 over id, timestamp and
 * body, at most five minutes old. Several secrets are accepted while one replaces another.
 */
final class WebhookSignature {
  private static final String PREFIX = "whsec_";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final List<byte[]> secrets;

  WebhookSignature(List<String> secrets) {
    this.secrets = secrets.stream().map(WebhookSignature::decode).toList();
  }

  private static byte[] decode(String secret) {
    String text = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal("The secret must be whsec_ and base64, as the subscription answered it.");
    }
  }

  /** What is to be said of a delivery. */
  enum Verdict {
    VALID,
    FORGED,
    OUTDATED,
    UNSIGNED
  }

  Verdict verdict(Signed delivery, Instant now) {
    if (delivery.id().isEmpty() || !delivery.timestamp().matches("\\d{1,12}")) {
      return Verdict.UNSIGNED;
    }
    var sent = Instant.ofEpochSecond(Long.parseLong(delivery.timestamp()));
    if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
      return Verdict.OUTDATED;
    }
    for (String signature : delivery.signatures().split(" ", -1)) {
      for (byte[] secret : secrets) {
        if (same(signature, "v1," + sign(secret, delivery))) {
          return Verdict.VALID;
        }
      }
    }
    return Verdict.FORGED;
  }

  private static String sign(byte[] secret, Signed delivery) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(
          (delivery.id() + "." + delivery.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
      mac.update(delivery.body().duplicate());
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** A delivery's signed parts; absent headers are empty. */
  record Signed(String id, String timestamp, String signatures, ByteBuffer body) {}
}

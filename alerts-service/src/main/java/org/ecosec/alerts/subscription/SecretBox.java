package org.ecosec.alerts.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets with AES-256-GCM before they are stored: {@code <key id>.<nonce and text>}. A
 * sealed secret opens for the subscription that it was sealed for and no other.
 */
final class SecretBox {

  private static final int LEAST_CHARACTERS = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
  private final String current;
  private final SecureRandom random = new SecureRandom();

  /** The first key seals, all of them open. */
  SecretBox(List<String> keyTexts) {
    for (String text : keyTexts) {
      if (text.length() < LEAST_CHARACTERS) {
        throw new IllegalStateException(
            "ecosec.webhooks.secret-keys takes random texts of at least 32 characters each");
      }
      var key = sha256(text);
      keys.put(HexFormat.of().formatHex(sha256("id " + text), 0, 4), new SecretKeySpec(key, "AES"));
    }
    if (keys.isEmpty()) {
      throw new IllegalStateException("ecosec.webhooks.secret-keys needs a key");
    }
    current = keys.keySet().iterator().next();
  }

  String seal(UUID subscription, String secret) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var text = apply(Cipher.ENCRYPT_MODE, current, subscription, nonce, secret.getBytes(UTF_8));
    var sealed = Arrays.copyOf(nonce, NONCE_BYTES + text.length);
    System.arraycopy(text, 0, sealed, NONCE_BYTES, text.length);
    return current + "." + Base64.getEncoder().encodeToString(sealed);
  }

  String open(UUID subscription, String sealed) {
    int dot = sealed.indexOf('.');
    var bytes = Base64.getDecoder().decode(sealed.substring(dot + 1));
    var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
    var text = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
    return new String(
        apply(Cipher.DECRYPT_MODE, sealed.substring(0, dot), subscription, nonce, text), UTF_8);
  }

  /** A text that nobody can guess and that is the same for the same purpose. */
  String token(String purpose) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(Objects.requireNonNull(keys.get(current)).getEncoded(), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(purpose.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] apply(int mode, String keyId, UUID subscription, byte[] nonce, byte[] text) {
    var key = keys.get(keyId);
    if (key == null) {
      throw new IllegalStateException(
          "A stored secret was sealed with another key: add it to ecosec.webhooks.secret-keys");
    }
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(subscription.toString().getBytes(UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("A stored secret was altered", broken);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

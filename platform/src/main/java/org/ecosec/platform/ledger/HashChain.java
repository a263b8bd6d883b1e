package org.ecosec.platform.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Binds each entry of an append-only list to all before it: an entry's hash is SHA-256, in lower
 * case hexadecimal, of the hash before it, a line feed and the entry's canonical JSON in UTF-8. Who
 * changes, removes or moves an entry breaks the chain from there on.
 */
public final class HashChain {

  /** What stands before the first entry. */
  public static final String GENESIS = "0".repeat(64);

  private HashChain() {}

  public static String next(String previousHash, String canonicalContent) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      hash.update(previousHash.getBytes(UTF_8));
      hash.update((byte) '\n');
      return HexFormat.of().formatHex(hash.digest(canonicalContent.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

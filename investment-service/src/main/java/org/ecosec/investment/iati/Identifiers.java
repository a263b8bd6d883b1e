package org.ecosec.investment.iati;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The ids of this service that stand for the identifiers of a publisher: always the same one. */
public final class Identifiers {

  private static final int LONGEST = 100;
  private static final int DIGITS = 12;

  private Identifiers() {}

  /**
   * The id of a project: the identifier in lower case where that is a slug, and else what is left
   * of it with a hash, so that two identifiers never meet in one id.
   */
  public static String project(String identifier) {
    var lower = identifier.toLowerCase(Locale.ROOT);
    boolean plain = identifier.matches("[A-Z0-9][A-Z0-9-]*") && identifier.length() <= LONGEST;
    if (plain) {
      return lower;
    }
    var slug = lower.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    var bounded = slug.substring(0, Math.min(slug.length(), LONGEST - DIGITS - 2));
    return bounded + (bounded.isEmpty() ? "x-" : "-") + hash(identifier).substring(0, DIGITS);
  }

  /** SHA-256 in hex. */
  public static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

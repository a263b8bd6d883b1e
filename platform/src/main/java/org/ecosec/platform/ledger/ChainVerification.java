package org.ecosec.platform.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;

/**
 * Checks an exported chain without the service that wrote it: one {@link ChainedEntry} a line. A
 * chain that starts after its first entry is checked from there, against the hash that it names.
 */
public final class ChainVerification {

  /** What was found: how many entries are good, and what is wrong with the first that is not. */
  public sealed interface Outcome {
    /** Every entry follows from the one before; {@code lastHash} stands for all of them. */
    record Valid(long entries, String lastHash) implements Outcome {}

    /** The line, counted from 1, of the first entry that does not belong where it stands. */
    record Broken(long line, String reason) implements Outcome {}
  }

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final CanonicalJson CANONICAL = new CanonicalJson(JSON);

  private ChainVerification() {}

  public static Outcome of(BufferedReader lines) throws IOException {
    long line = 0;
    ChainedEntry before = null;
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      line++;
      ChainedEntry entry;
      try {
        entry = JSON.readValue(text, ChainedEntry.class);
      } catch (JsonProcessingException unreadable) {
        return new Outcome.Broken(line, "is not an entry of a chain");
      }
      var expectedPrevious = before == null ? firstPrevious(entry) : before.hash();
      if (before != null && entry.number() != before.number() + 1) {
        return new Outcome.Broken(
            line, "has number " + entry.number() + " after " + before.number());
      }
      if (!entry.previousHash().equals(expectedPrevious)) {
        return new Outcome.Broken(line, "names another hash before it than stands there");
      }
      if (!entry.hash().equals(HashChain.next(entry.previousHash(), canonical(entry)))) {
        return new Outcome.Broken(line, "has a content that does not give its hash");
      }
      before = entry;
    }
    return new Outcome.Valid(line, before == null ? HashChain.GENESIS : before.hash());
  }

  private static String firstPrevious(ChainedEntry entry) {
    return entry.number() == 1 ? HashChain.GENESIS : entry.previousHash();
  }

  private static String canonical(ChainedEntry entry) {
    return CANONICAL.of(entry.content());
  }
}

package org.ecosec.trade.observation;

import java.util.HashMap;
import java.util.Map;

/** Remembers what a text of a file was resolved to; the texts that recur are few. */
final class Names<T> {

  private static final int MOST = 100_000;

  private final Map<String, T> known = new HashMap<>();

  /** Resolves a text, or refuses the row. */
  @FunctionalInterface
  interface Resolver<T> {
    T resolve(String text) throws RejectedRow;
  }

  T of(String text, Resolver<T> resolver) throws RejectedRow {
    var found = known.get(text);
    if (found == null) {
      found = resolver.resolve(text);
      if (known.size() < MOST) {
        known.put(text, found);
      }
    }
    return found;
  }
}

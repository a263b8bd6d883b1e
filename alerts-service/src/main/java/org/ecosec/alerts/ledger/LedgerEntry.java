package org.ecosec.alerts.ledger;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, for the chain of a handling level. It names people and subscribers by
 * opaque ids only.
 */
public record LedgerEntry(
    String kind, HandlingLevel chain, Map<String, ? extends @Nullable Object> content) {

  /** Something that happened to a subscription. */
  public static LedgerEntry of(String kind, HandlingLevel chain, UUID subscription) {
    return new LedgerEntry(kind, chain, Map.of("subscriptionId", subscription));
  }

  /** The same with more said. */
  public LedgerEntry with(Map<String, ? extends @Nullable Object> more) {
    var all = new TreeMap<String, @Nullable Object>(content);
    all.putAll(more);
    return new LedgerEntry(kind, chain, all);
  }
}

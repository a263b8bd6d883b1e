package org.ecosec.trade.reference;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who publishes each source, and how often; in order of preference for an indicator's cell. */
@Singleton
public class TradeSources {

  private final Map<String, TradeSource> sources = new TreeMap<>();

  /** {@code cadence} is ANNUAL or MONTHLY, null for an archive that gets no more data. */
  public record TradeSource(
      String source, String title, String publisher, @Nullable String cadence) {}

  TradeSources() {
    for (var row : ReferenceCsv.read("sources.csv")) {
      var cadence = row.getField("cadence");
      sources.put(
          row.getField("source"),
          new TradeSource(
              row.getField("source"),
              row.getField("title"),
              row.getField("publisher"),
              cadence.isEmpty() ? null : cadence));
    }
  }

  /** A source that the product does not know yet is named by its id. */
  public TradeSource of(String source) {
    return sources.getOrDefault(source, new TradeSource(source, source, source, null));
  }
}

package org.ecosec.trade.reference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who publishes each source, and how often; in order of preference for an indicator's cell. */
@Singleton
public class TradeSources {

  private final Map<String, TradeSource> sources = new TreeMap<>();
  private final List<String> preference;

  /** Which source speaks for a cell that several report; those not named come after, by name. */
  @ConfigMapping(prefix = "ecosec.sources")
  public interface Config {
    @WithDefault(
        "un-comtrade,un-comtrade-minerals,un-comtrade-nickel,mof-japan-trade,india-tradestat")
    List<String> preference();
  }

  /** {@code cadence} is ANNUAL or MONTHLY, null for an archive that gets no more data. */
  public record TradeSource(
      String source, String title, String publisher, @Nullable String cadence) {}

  TradeSources(Config config) {
    preference = List.copyOf(config.preference());
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

  /** The sources in the order in which they speak for a cell. */
  public List<String> preference() {
    return preference;
  }

  /** A source that the product does not know yet is named by its id. */
  public TradeSource of(String source) {
    return sources.getOrDefault(source, new TradeSource(source, source, source, null));
  }
}

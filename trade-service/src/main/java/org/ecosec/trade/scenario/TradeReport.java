package org.ecosec.trade.scenario;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.ecosec.trade.scenario.TradeYear.ImporterTrade;
import org.jspecify.annotations.Nullable;

/** What one source says of one reporter's trade in one product. */
final class TradeReport {

  /** Of which product and whom it is, and who says it. */
  record Key(String product, String reporter, String source, String edition) {}

  final Key key;
  private final Map<String, BigDecimal> byPartner = new TreeMap<>();
  private BigDecimal world = BigDecimal.ZERO;
  private BigDecimal named = BigDecimal.ZERO;
  private BigDecimal weighedUsd = BigDecimal.ZERO;
  private BigDecimal weighedKg = BigDecimal.ZERO;

  TradeReport(Key key) {
    this.key = key;
  }

  String source() {
    return key.source();
  }

  // Re-imports are nobody's supply; unallocated partners count in the total only.
  void add(Economy partner, BigDecimal usd, @Nullable BigDecimal kg) {
    if (partner.code().equals(Economies.WORLD)) {
      world = usd;
    } else if (!partner.code().equals(key.reporter()) && partner.kind() != Economy.Kind.AGGREGATE) {
      named = named.add(usd);
      if (kg != null && kg.signum() > 0) {
        weighedUsd = weighedUsd.add(usd);
        weighedKg = weighedKg.add(kg);
      }
      if (partner.supplies()) {
        byPartner.merge(partner.code(), usd, BigDecimal::add);
      }
    }
  }

  BigDecimal total() {
    return world.max(named);
  }

  /** The value of what has a weight, and that weight. */
  BigDecimal weighedUsd() {
    return weighedUsd;
  }

  BigDecimal weighedKg() {
    return weighedKg;
  }

  ImporterTrade importer() {
    return new ImporterTrade(key.reporter(), key.source(), total(), byPartner);
  }
}

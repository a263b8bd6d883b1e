package org.ecosec.alerts.signal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** What is read of {@code trade.balances.v1}: what an economy sells to a partner and buys of it. */
record BalanceNews(
    String economy,
    String partner,
    String classification,
    String product,
    String productName,
    List<String> sectors,
    String freq,
    String period,
    @Nullable BigDecimal exportsUsd,
    @Nullable BigDecimal importsUsd,
    @Nullable String reason,
    boolean newest,
    boolean baseline,
    boolean backfill,
    String source,
    long revision,
    @Nullable Map<String, String> names)
    implements PeriodNews {

  BalanceNews {
    Required.of("economy", economy);
    Required.of("partner", partner);
    Required.of("classification", classification);
    Required.of("product", product);
    Required.of("productName", productName);
    Required.of("sectors", sectors);
    Required.of("freq", freq);
    Required.of("period", period);
    Required.of("source", source);
  }

  @Override
  public List<Signal> signals(News news, boolean newestKnown) {
    return List.of(
        new Signal(
            SignalKind.BALANCE,
            Subject.ofFlow(economy, partner, classification, product),
            facts(),
            new Figures()
                .with("period", period)
                .with("exportsUsd", exportsUsd)
                .with("importsUsd", importsUsd)
                .all(),
            new Novelty(baseline, backfill, newest && newestKnown, freq, period),
            List.of(product),
            sectors,
            balance() == null ? undecidedBecause() : null,
            false,
            new Weight(Weight.part(deficitShare(), 1), Weight.ofUsd(deficit()), 0.5, 1, deficit()),
            HandlingLevel.PUBLIC,
            Economies.of(economy, partner),
            news.origin(
                revision,
                "/trade/v1/balances?reporter=%s&partner=%s&freq=%s&period=%s"
                    .formatted(economy, partner, freq, period))));
  }

  private Facts facts() {
    return Facts.of(SignalKind.BALANCE)
        .text("economy", economy)
        .text("economyName", named(economy))
        .text("partner", partner)
        .text("partnerName", named(partner))
        .text("classification", classification)
        .text("product", product)
        .text("productName", productName)
        .text("freq", freq)
        .text("period", period)
        .text("source", source)
        .text("reason", reason)
        .number("coverRatio", coverRatio())
        .number("deficitShare", deficitShare())
        .amount("exportsUsd", exportsUsd)
        .amount("importsUsd", importsUsd)
        .amount("balanceUsd", balance())
        .amount("deficitUsd", deficit())
        .texts("sectors", sectors)
        .build();
  }

  private String undecidedBecause() {
    return reason == null ? "NO_DATA" : reason;
  }

  private @Nullable BigDecimal balance() {
    return exportsUsd == null || importsUsd == null ? null : exportsUsd.subtract(importsUsd);
  }

  /** What is missing to an even balance, 0 in surplus. */
  private @Nullable BigDecimal deficit() {
    var balance = balance();
    return balance == null ? null : balance.negate().max(BigDecimal.ZERO);
  }

  /** Exports over imports. */
  private @Nullable BigDecimal coverRatio() {
    return exportsUsd == null || importsUsd == null || importsUsd.signum() == 0
        ? null
        : exportsUsd.divide(importsUsd, MathContext.DECIMAL32);
  }

  /** The deficit over all trade between the two, 0 to 1. */
  private @Nullable BigDecimal deficitShare() {
    var deficit = deficit();
    if (deficit == null || exportsUsd == null || importsUsd == null) {
      return null;
    }
    var trade = exportsUsd.add(importsUsd);
    return trade.signum() == 0 ? null : deficit.divide(trade, MathContext.DECIMAL32);
  }

  private String named(String code) {
    return names == null ? code : names.getOrDefault(code, code);
  }
}

package org.ecosec.alerts.signal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** What is read of {@code trade.diversions.v1}: consistent with diversion, never more. */
record DiversionNews(
    String origin,
    String hub,
    String market,
    String classification,
    String product,
    String productName,
    List<String> sectors,
    String freq,
    String period,
    @Nullable String verdict,
    @Nullable String reason,
    @Nullable BigDecimal directChange,
    @Nullable BigDecimal hubChange,
    @Nullable BigDecimal onwardChange,
    @Nullable BigDecimal divertedUsd,
    boolean newest,
    boolean baseline,
    boolean backfill,
    String source,
    long revision,
    @Nullable Map<String, String> names)
    implements PeriodNews {

  private static final double SIGN_NOT_PROOF = 0.5;

  DiversionNews {
    Required.of("origin", origin);
    Required.of("hub", hub);
    Required.of("market", market);
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
            SignalKind.DIVERSION,
            Subject.ofFlow(market, origin, classification, product).with(hub),
            facts(),
            new Figures()
                .with("period", period)
                .with("verdict", verdict)
                .with("divertedUsd", divertedUsd)
                .all(),
            new Novelty(baseline, backfill, newest && newestKnown, freq, period),
            List.of(product),
            sectors,
            verdict == null ? undecidedBecause() : null,
            false,
            new Weight(
                directChange == null ? null : Weight.part(directChange.abs(), 1),
                Weight.ofUsd(divertedUsd),
                Weight.officialBasket(!sectors.isEmpty()),
                SIGN_NOT_PROOF,
                divertedUsd),
            HandlingLevel.PUBLIC,
            Economies.of(origin, hub, market),
            news.origin(
                revision,
                "/trade/v1/diversions?origin=%s&hub=%s&market=%s&classification=%s&product=%s&period=%s"
                    .formatted(origin, hub, market, classification, product, period))));
  }

  private String undecidedBecause() {
    return reason == null ? "NO_DATA" : reason;
  }

  private Facts facts() {
    return Facts.of(SignalKind.DIVERSION)
        .text("origin", named(origin))
        .text("hub", named(hub))
        .text("market", named(market))
        .text("classification", classification)
        .text("product", product)
        .text("productName", productName)
        .text("freq", freq)
        .text("period", period)
        .text("source", source)
        .text("verdict", verdict)
        .number("directChange", directChange)
        .number("hubChange", hubChange)
        .number("onwardChange", onwardChange)
        .amount("divertedUsd", divertedUsd)
        .texts("sectors", sectors)
        .build();
  }

  private String named(String economy) {
    return names == null ? economy : names.getOrDefault(economy, economy);
  }
}

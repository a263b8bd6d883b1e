package org.ecosec.trade.diversion;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Products;
import org.ecosec.trade.reference.Sectors;
import org.jspecify.annotations.Nullable;

/** What is told of a triangle whose outcome changed. */
@ApplicationScoped
class DiversionEvents {

  private final Economies economies;
  private final Products products;
  private final Sectors sectors;

  DiversionEvents(Economies economies, Products products, Sectors sectors) {
    this.economies = economies;
    this.products = products;
    this.sectors = sectors;
  }

  /** Whether anybody is to hear of it, and what it rests on. */
  record Telling(boolean baseline, boolean backfill, long revision) {}

  /** The payload of {@code trade.diversions.v1}. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record DiversionChanged(
      String origin,
      String hub,
      String market,
      String classification,
      String product,
      String productName,
      List<String> sectors,
      String freq,
      String period,
      DiversionView.@Nullable Reading verdict,
      @Nullable String reason,
      @Nullable BigDecimal directChange,
      @Nullable BigDecimal hubChange,
      @Nullable BigDecimal onwardChange,
      @Nullable BigDecimal divertedUsd,
      @JsonInclude(JsonInclude.Include.NON_NULL) DiversionView.@Nullable Confidence confidence,
      List<String> because,
      @JsonInclude(JsonInclude.Include.NON_NULL) Capacity.@Nullable Status hubCapacity,
      String since,
      int months,
      List<String> measureIds,
      boolean newest,
      boolean baseline,
      boolean backfill,
      String source,
      String dataThrough,
      String methodVersion,
      long revision,
      Map<String, String> names) {

    String topicKey() {
      return String.join("|", origin, hub, market, classification, product);
    }
  }

  OutboxEvent of(WatchedTriangle triangle, Outcome outcome, Telling telling) {
    var ends = triangle.ends();
    var changed =
        new DiversionChanged(
            ends.origin(),
            outcome.hub(),
            ends.market(),
            ends.classification(),
            ends.product(),
            products.name(ends.classification(), ends.product()),
            sectors.of(ends.classification(), ends.product()),
            "M",
            outcome.period(),
            outcome.verdict(),
            outcome.reason(),
            outcome.directChange(),
            outcome.hubChange(),
            outcome.onwardChange(),
            outcome.divertedUsd(),
            outcome.confidence(),
            outcome.because(),
            outcome.hubCapacity(),
            outcome.since(),
            outcome.months(),
            triangle.measureIds(),
            true,
            telling.baseline(),
            telling.backfill(),
            outcome.source(),
            outcome.period(),
            DiversionView.METHOD,
            telling.revision(),
            names(ends.origin(), outcome.hub(), ends.market()));
    return new OutboxEvent("trade.diversions.v1", changed.topicKey(), changed);
  }

  private Map<String, String> names(String... codes) {
    var names = new TreeMap<String, String>();
    for (String code : codes) {
      names.put(code, economies.of(code).name());
    }
    return names;
  }
}

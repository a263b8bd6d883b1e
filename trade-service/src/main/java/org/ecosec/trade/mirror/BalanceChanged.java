package org.ecosec.trade.mirror;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The payload of {@code trade.balances.v1}: a watched economy's own report of a pair's trade. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record BalanceChanged(
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
    @Nullable BigDecimal balanceUsd,
    @Nullable String reason,
    boolean newest,
    boolean baseline,
    boolean backfill,
    String source,
    String dataThrough,
    String methodVersion,
    long revision,
    Map<String, String> names) {

  String topicKey() {
    return String.join("|", economy, partner, classification, product);
  }
}

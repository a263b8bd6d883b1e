package org.ecosec.trade.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The payload of {@code trade.indicators.v1}: new figures of a watched cell beside the old ones.
 * {@code names} has the English name of every economy in it.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record IndicatorChanged(
    String indicator,
    String importer,
    String product,
    String productName,
    String classification,
    @Nullable String edition,
    List<String> sectors,
    List<ConcentrationView.SectorRank> ranks,
    String freq,
    String period,
    boolean newest,
    boolean baseline,
    boolean backfill,
    String source,
    String dataThrough,
    String methodVersion,
    long revision,
    Figures current,
    @Nullable Figures previous,
    @Nullable DependencyChange dependency,
    List<Cell.Input> inputs,
    Map<String, String> names) {

  static final String METHOD = "concentration/1";

  String topicKey() {
    return String.join("|", importer, classification, product);
  }
}

package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.ecosec.trade.indicator.ConcentrationView.Mirror;
import org.ecosec.trade.reference.Products;
import org.jspecify.annotations.Nullable;

/** Makes the API's view of a concentration from its figures. */
@ApplicationScoped
class ConcentrationViews {

  private final IndicatorConfig config;
  private final Products products;

  ConcentrationViews(IndicatorConfig config, Products products) {
    this.config = config;
    this.products = products;
  }

  /** A cell of one source; the edition is empty where the classification has none. */
  record CellKey(
      String importer,
      String classification,
      String edition,
      String product,
      String freq,
      String period,
      String source) {}

  /** Since when figures are known, and up to which period the source reports. */
  record Known(String dataThrough, Instant vintage, long revision) {}

  /** {@code mirror} is null where the importer reports itself. */
  ConcentrationView view(CellKey key, Figures figures, Known known, @Nullable Mirror mirror) {
    var top = figures.top1();
    return new ConcentrationView(
        key.importer(),
        key.product(),
        products.name(key.classification(), key.product()),
        key.classification(),
        key.edition().isEmpty() ? null : key.edition(),
        key.freq(),
        key.period(),
        mirror == null ? ConcentrationView.Side.REPORTED : ConcentrationView.Side.MIRROR,
        mirror,
        figures.hhi(),
        ConcentrationView.points(figures.hhi()),
        figures.hhiLower(),
        figures.hhiUpper(),
        figures.hhiNormalised(),
        figures.effectiveSuppliers(),
        top,
        figures.top3Share(),
        figures.suppliers(),
        top == null ? null : top.valueUsd(),
        top == null ? null : top.shareOfWorld(),
        figures.quantity(),
        figures.coverage(),
        figures.totalUsd(),
        figures.unallocatedUsd(),
        figures.residualUsd(),
        figures.reImportsUsd(),
        Threshold.rule("hhi", config.concentrationThreshold(), config.concentrationCitation()),
        figures.verdict(),
        figures.reason(),
        confidence(figures, mirror),
        List.of(),
        null,
        "/trade/v1/concentrations/%s/%s/%s/%s?source=%s"
            .formatted(
                key.importer(), key.classification(), key.product(), key.period(), key.source()),
        key.source(),
        known.dataThrough(),
        known.vintage(),
        IndicatorChanged.METHOD,
        known.revision());
  }

  // What exporters that do not report sold is missing, and nothing says how much it is.
  private static Confidence confidence(Figures figures, @Nullable Mirror mirror) {
    if (mirror != null) {
      return figures.top1() == null ? Confidence.NONE : Confidence.LOW;
    }
    return Confidence.of(
        figures.top1() != null, figures.coverage(), figures.unallocatedUsd(), figures.totalUsd());
  }
}

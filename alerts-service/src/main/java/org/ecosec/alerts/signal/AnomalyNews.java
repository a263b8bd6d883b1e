package org.ecosec.alerts.signal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * What is read of {@code trade.anomalies.v1}. Whichever side reported a flow, its subject is the
 * same, so that two reports of one flow are one alert.
 */
record AnomalyNews(
    String reporter,
    String partner,
    String flow,
    String classification,
    String product,
    String productName,
    List<String> sectors,
    String freq,
    String period,
    String metric,
    String unit,
    String tier,
    String direction,
    BigDecimal z,
    BigDecimal observed,
    BigDecimal expected,
    @Nullable List<Object> evidence,
    @Nullable String reason,
    boolean newest,
    boolean baseline,
    boolean backfill,
    String source,
    long revision,
    @Nullable Map<String, String> names)
    implements PeriodNews {

  private static final double CERTAIN_Z = 10;

  AnomalyNews {
    Required.of("reporter", reporter);
    Required.of("partner", partner);
    Required.of("flow", flow);
    Required.of("classification", classification);
    Required.of("product", product);
    Required.of("sectors", sectors);
    Required.of("freq", freq);
    Required.of("period", period);
    Required.of("tier", tier);
    Required.of("direction", direction);
    Required.of("z", z);
    Required.of("observed", observed);
    Required.of("expected", expected);
    Required.of("source", source);
  }

  /** A fall and a rise are two subjects: what is flagged for one says that the other has ended. */
  @Override
  public List<Signal> signals(News news, boolean newestKnown) {
    var novelty = new Novelty(baseline, backfill, newest && newestKnown, series(), period);
    return List.of(signal(news, "DROP", novelty), signal(news, "RISE", novelty));
  }

  // Only the series that raised an alert speaks on about it, not the partner's report.
  private String series() {
    return String.join(" ", freq, reporter, flow);
  }

  private Signal signal(News news, String way, Novelty novelty) {
    var graded = way.equals(direction) ? tier : "NONE";
    return new Signal(
        SignalKind.ANOMALY,
        Subject.ofFlow(importer(), exporter(), classification, product).with(metric + " " + way),
        facts(way, graded),
        new Figures()
            .with("period", period)
            .with("tier", graded)
            .with("observed", observed)
            .with("expected", expected)
            .all(),
        novelty,
        List.of(product),
        sectors,
        null,
        false,
        weight(),
        HandlingLevel.PUBLIC,
        Economies.of(reporter, partner),
        news.origin(
            revision,
            "/trade/v1/anomalies?reporter=%s&partner=%s&flow=%s&classification=%s&product=%s&period=%s"
                .formatted(reporter, partner, flow, classification, product, period)));
  }

  private Facts facts(String way, String graded) {
    return Facts.of(SignalKind.ANOMALY)
        .text("reporter", reporter)
        .text("partner", partner)
        .text("importer", named(importer()))
        .text("exporter", named(exporter()))
        .text("flow", flow)
        .text("classification", classification)
        .text("product", product)
        .text("productName", productName)
        .text("freq", freq)
        .text("period", period)
        .text("source", source)
        .text("metric", metric)
        .text("unit", unit)
        .text("tier", graded)
        .text("direction", way)
        .text("reason", reason)
        .number("z", z)
        .number("change", change())
        .amount("observed", observed)
        .amount("expected", expected)
        .flag("corroborated", corroborated())
        .texts("sectors", sectors)
        .build();
  }

  private Weight weight() {
    var usd = "USD".equals(unit) ? observed.subtract(expected).abs() : null;
    return new Weight(
        Weight.part(z.abs(), CERTAIN_Z),
        Weight.ofUsd(usd),
        Weight.officialBasket(!sectors.isEmpty()),
        corroborated() ? 1 : 0.8,
        z.abs());
  }

  private boolean corroborated() {
    return evidence != null && !evidence.isEmpty();
  }

  private @Nullable BigDecimal change() {
    return expected.signum() == 0
        ? null
        : observed.subtract(expected).divide(expected, MathContext.DECIMAL32);
  }

  private String importer() {
    return flow.endsWith("IMPORT") ? reporter : partner;
  }

  private String exporter() {
    return flow.endsWith("IMPORT") ? partner : reporter;
  }

  private String named(String economy) {
    if (economy.equals("ALL")) {
      return "all partners";
    }
    return names == null ? economy : names.getOrDefault(economy, economy);
  }
}

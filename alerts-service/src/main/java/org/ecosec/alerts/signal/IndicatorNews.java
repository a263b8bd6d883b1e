package org.ecosec.alerts.signal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** What is read of {@code trade.indicators.v1}. */
record IndicatorNews(
    String importer,
    String classification,
    String product,
    String productName,
    List<String> sectors,
    String freq,
    String period,
    boolean newest,
    boolean baseline,
    boolean backfill,
    String source,
    String dataThrough,
    long revision,
    Concentration current,
    @Nullable Map<String, String> names,
    @Nullable Dependency dependency)
    implements PeriodNews {

  /** The verdict of all criteria together, where it could be worked out. */
  record Dependency(
      @Nullable String verdict,
      @Nullable List<String> reasons,
      int yearsMet,
      @Nullable String previousVerdict,
      boolean changed) {}

  IndicatorNews {
    Required.of("importer", importer);
    Required.of("classification", classification);
    Required.of("product", product);
    Required.of("productName", productName);
    Required.of("sectors", sectors);
    Required.of("freq", freq);
    Required.of("period", period);
    Required.of("source", source);
    Required.of("current", current);
  }

  @Override
  public List<Signal> signals(News news, boolean newestKnown) {
    var concentration = signal(news, newestKnown);
    return dependency == null
        ? List.of(concentration)
        : List.of(concentration, dependency(news, newestKnown, dependency));
  }

  private Signal dependency(News news, boolean newestKnown, Dependency verdict) {
    var reasons = verdict.reasons() == null ? List.<String>of() : verdict.reasons();
    var because = reasons.isEmpty() ? "NO_DATA" : String.join(", ", reasons);
    return new Signal(
        SignalKind.DEPENDENCY,
        Subject.ofProduct(importer, classification, product),
        Facts.of(SignalKind.DEPENDENCY)
            .text("importer", importer)
            .text("importerName", named(importer))
            .text("classification", classification)
            .text("product", product)
            .text("productName", productName)
            .texts("sectors", sectors)
            .text("freq", freq)
            .text("period", period)
            .text("source", source)
            .text("verdict", verdict.verdict())
            .text("previousVerdict", verdict.previousVerdict())
            .text("reason", verdict.verdict() == null ? because : null)
            .number("yearsMet", BigDecimal.valueOf(verdict.yearsMet()))
            .number("hhiLower", current.hhiLower())
            .amount("importsUsd", current.totalUsd())
            .build(),
        new Figures()
            .with("period", period)
            .with("verdict", verdict.verdict())
            .with("yearsMet", verdict.yearsMet())
            .all(),
        new Novelty(baseline, backfill, newest && newestKnown, freq, period),
        List.of(product),
        sectors,
        verdict.verdict() == null ? because : null,
        false,
        weight(),
        HandlingLevel.PUBLIC,
        economies(),
        news.origin(
            revision,
            "/trade/v1/dependencies?importer=%s&classification=%s&product=%s&period=%s"
                .formatted(importer, classification, product, period)));
  }

  private Signal signal(News news, boolean newestKnown) {
    return new Signal(
        SignalKind.CONCENTRATION,
        Subject.ofProduct(importer, classification, product),
        facts(),
        figures(),
        new Novelty(baseline, backfill, newest && newestKnown, freq, period),
        List.of(product),
        sectors,
        current.verdict() == null ? undecidedBecause() : null,
        false,
        weight(),
        HandlingLevel.PUBLIC,
        economies(),
        news.origin(
            revision,
            "/trade/v1/concentrations?importer=%s&classification=%s&product=%s&freq=%s&period=%s"
                .formatted(importer, classification, product, freq, period)));
  }

  // As much of the figure is trusted as of the imports is allocated to suppliers.
  private Weight weight() {
    var top = current.top1();
    var share = top == null ? null : top.shareOfWorld();
    var lower = current.hhiLower();
    var dependence = share == null || (lower != null && lower.compareTo(share) > 0) ? lower : share;
    var coverage = current.coverage();
    return new Weight(
        Weight.part(dependence, 1),
        Weight.ofUsd(current.totalUsd()),
        Weight.officialBasket(!sectors.isEmpty()),
        coverage == null ? 0.5 : coverage.doubleValue(),
        dependence);
  }

  private Economies economies() {
    return Economies.of(importer, current.top1() == null ? null : current.top1().partner());
  }

  private String undecidedBecause() {
    return current.reason() == null ? "NO_DATA" : current.reason();
  }

  private Facts facts() {
    var top = current.top1();
    return Facts.of(SignalKind.CONCENTRATION)
        .text("importer", importer)
        .text("importerName", named(importer))
        .text("classification", classification)
        .text("product", product)
        .text("productName", productName)
        .texts("sectors", sectors)
        .text("freq", freq)
        .text("period", period)
        .text("source", source)
        .number("hhi", current.hhi())
        .number("hhiLower", current.hhiLower())
        .number("hhiUpper", current.hhiUpper())
        .number("top3Share", current.top3Share())
        .number("coverage", current.coverage())
        .number("suppliers", current.suppliers())
        .text("topPartner", top == null ? null : top.partner())
        .text("topPartnerName", top == null ? null : named(top.partner()))
        .number("topShare", top == null ? null : top.share())
        .number("topShareOfWorld", top == null ? null : top.shareOfWorld())
        .amount("totalUsd", current.totalUsd())
        .text("verdict", current.verdict())
        .text("reason", current.reason())
        .build();
  }

  private String named(String economy) {
    return names == null ? economy : names.getOrDefault(economy, economy);
  }

  private Map<String, Object> figures() {
    var figures = new HashMap<String, Object>();
    figures.put("period", period);
    put(figures, "hhi", current.hhi());
    put(figures, "hhiLower", current.hhiLower());
    put(figures, "hhiUpper", current.hhiUpper());
    put(figures, "totalUsd", current.totalUsd());
    if (current.top1() != null) {
      figures.put("topPartner", current.top1().partner());
      put(figures, "topShareOfWorld", current.top1().shareOfWorld());
    }
    return figures;
  }

  private static void put(Map<String, Object> figures, String name, @Nullable BigDecimal value) {
    if (value != null) {
      figures.put(name, value);
    }
  }
}

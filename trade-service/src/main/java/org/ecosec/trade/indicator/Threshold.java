package org.ecosec.trade.indicator;

import java.math.BigDecimal;
import java.util.List;

/**
 * A limit with who uses it. {@code RULE} limits decide a verdict, {@code CONTEXT} ones are what
 * others would say of the same figure.
 */
public record Threshold(String indicator, BigDecimal above, Use use, String citation) {

  /** Whether it decides. */
  public enum Use {
    RULE,
    CONTEXT
  }

  static Threshold rule(String indicator, double above, String citation) {
    return new Threshold(indicator, BigDecimal.valueOf(above), Use.RULE, citation);
  }

  static List<Threshold> ofConcentration(IndicatorConfig config) {
    var firms = "US Department of Justice and Federal Trade Commission, Merger Guidelines 2023, 1";
    return List.of(
        rule("hhi", config.concentrationThreshold(), config.concentrationCitation()),
        context("0.25", "Statistics Netherlands, highly concentrated, countries as suppliers"),
        context("0.15", "Statistics Netherlands, moderately concentrated, countries as suppliers"),
        context("0.18", firms + ", firms in a market"));
  }

  private static Threshold context(String above, String citation) {
    return new Threshold("hhi", new BigDecimal(above), Use.CONTEXT, citation);
  }
}

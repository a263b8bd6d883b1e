package org.ecosec.alerts.signal;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * What is read of {@code trade.exposures.v1}: what one economy buys from the imposer of a measure
 * on exports, or sells to the imposer of one on imports; {@code importer} is that economy either
 * way.
 */
public record ExposureNews(
    String measureId,
    String measureTitle,
    String imposer,
    String importer,
    List<Flow> flows,
    @Nullable List<String> unreportedCodes,
    @Nullable BigDecimal fullUsd,
    @Nullable BigDecimal partialAtMostUsd,
    @Nullable String dataThrough,
    @Nullable String side,
    HandlingLevel handling,
    String methodVersion,
    long revision,
    boolean backfill) {

  /** One product; coverage PARTIAL or basis HEADING reads "at most". */
  public record Flow(
      String code,
      String coverage,
      String basis,
      String product,
      String period,
      @Nullable BigDecimal valueUsd,
      @Nullable BigDecimal importsUsd,
      @Nullable BigDecimal share,
      @Nullable String reason,
      @Nullable BigDecimal hhiLower,
      @Nullable BigDecimal hhiUpper,
      @Nullable String verdict,
      List<Alternative> alternatives) {

    /** A heading's or a part's concentration is not that of what the measure covers. */
    boolean isConcentrated() {
      return "CONCENTRATED".equals(verdict) && coverage.equals("FULL") && !basis.equals("HEADING");
    }
  }

  /** Who else supplies: what it supplies now and what it could spare. */
  public record Alternative(
      String partner,
      @Nullable BigDecimal suppliesUsd,
      @Nullable BigDecimal spareUsd,
      @Nullable String reason) {}

  public ExposureNews {
    Required.of("measureId", measureId);
    Required.of("measureTitle", measureTitle);
    Required.of("imposer", imposer);
    Required.of("importer", importer);
    Required.of("flows", flows);
    Required.of("handling", handling);
  }

  /** The codes of the measure and the products that the figures are of. */
  List<String> products() {
    return flows.stream()
        .flatMap(flow -> Stream.of(flow.code(), flow.product()))
        .distinct()
        .sorted()
        .toList();
  }

  Signal signal(News news, @Nullable MeasureNews measure, List<String> sectors) {
    boolean lifted = measure != null && !measure.inForce();
    return new Signal(
        kind(),
        sells()
            ? Subject.ofSales(measureId, imposer, importer)
            : Subject.ofExposure(measureId, importer),
        facts(measure),
        figures(lifted),
        Novelty.withoutPeriods(backfill || (measure != null && measure.backfill())),
        products(),
        sectors,
        null,
        !isPositive(fullUsd),
        weight(measure),
        measure != null && measure.handling().compareTo(handling) > 0
            ? measure.handling()
            : handling,
        Economies.of(importer, imposer),
        news.origin(revision, "/trade/v1/measures/%s/exposures".formatted(measureId)));
  }

  // The greatest share that the imposer has in what the importer buys of a product. A heading's or
  // a part's share is not that of what the measure covers.
  private Weight weight(@Nullable MeasureNews measure) {
    var share =
        flows.stream()
            .filter(flow -> flow.coverage().equals("FULL") && !flow.basis().equals("HEADING"))
            .map(Flow::share)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    var usd = isPositive(fullUsd) ? fullUsd : partialAtMostUsd;
    boolean doubted = measure != null && (measure.contested() || !measure.official());
    return new Weight(Weight.part(share, 1), Weight.ofUsd(usd), 1, doubted ? 0.5 : 1, usd);
  }

  private Facts facts(@Nullable MeasureNews measure) {
    var facts =
        sells()
            ? Facts.of(SignalKind.SALES_EXPOSURE).text("exporter", importer)
            : Facts.of(SignalKind.MEASURE_EXPOSURE)
                .text("importer", importer)
                .flag("concentrated", flows.stream().anyMatch(Flow::isConcentrated));
    return facts
        .text("measureId", measureId)
        .text("measureTitle", measureTitle)
        .text("imposer", imposer)
        .text("products", flows.stream().map(Flow::code).sorted().collect(Collectors.joining(", ")))
        .amount("fullUsd", fullUsd)
        .amount("partialAtMostUsd", partialAtMostUsd)
        .flag("partialOnly", !isPositive(fullUsd))
        .flag("inForce", measure == null || measure.inForce())
        .flag("official", measure == null || measure.official())
        .flag("contested", measure != null && measure.contested())
        .text("exposure", exposure())
        .text("dataThrough", dataThrough)
        .build();
  }

  private SignalKind kind() {
    return sells() ? SignalKind.SALES_EXPOSURE : SignalKind.MEASURE_EXPOSURE;
  }

  /** Whether the measure stands in the way of what the economy sells. */
  public boolean sells() {
    return "EXPORTS".equals(side);
  }

  /**
   * FULL and PARTIAL figures side by side, never summed; nothing where all is known and is nothing,
   * null where it is not known.
   */
  private @Nullable String exposure() {
    var full = words("", fullUsd);
    var atMost = words("at most ", partialAtMostUsd);
    if (full.isEmpty() && atMost.isEmpty()) {
      boolean known = fullUsd != null || partialAtMostUsd != null;
      return known && (unreportedCodes == null || unreportedCodes.isEmpty()) ? "nothing" : null;
    }
    return full.isEmpty() || atMost.isEmpty()
        ? full + atMost
        : full + ", and through codes covered in part " + atMost;
  }

  private Map<String, Object> figures(boolean lifted) {
    var figures = new HashMap<String, Object>();
    figures.put("lifted", lifted);
    if (fullUsd != null) {
      figures.put("fullUsd", fullUsd);
    }
    if (partialAtMostUsd != null) {
      figures.put("partialAtMostUsd", partialAtMostUsd);
    }
    if (dataThrough != null) {
      figures.put("dataThrough", dataThrough);
    }
    return figures;
  }

  private static String words(String before, @Nullable BigDecimal amount) {
    return amount == null || amount.signum() <= 0 ? "" : before + Amounts.usd(amount);
  }

  private static boolean isPositive(@Nullable BigDecimal amount) {
    return amount != null && amount.signum() > 0;
  }
}

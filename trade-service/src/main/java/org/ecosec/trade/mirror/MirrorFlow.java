package org.ecosec.trade.mirror;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ecosec.trade.mirror.MirrorGapView.GapReason;
import org.ecosec.trade.mirror.MirrorGapView.Kind;
import org.ecosec.trade.mirror.MirrorGapView.Likelihood;
import org.jspecify.annotations.Nullable;

/** One flow as both sides report it, and what may stand behind the difference. */
record MirrorFlow(
    String importer,
    String exporter,
    String freq,
    @Nullable Report imported,
    @Nullable Report exported,
    boolean exporterReExports) {

  private static final int DECIMALS = 6;
  private static final Set<String> HUBS = Set.of("HKG", "SGP", "NLD", "ARE", "BEL", "PAN");
  private static final BigDecimal LITTLE = new BigDecimal("0.06");
  private static final BigDecimal MUCH = new BigDecimal("0.25");

  /** One side's figure. */
  record Report(BigDecimal valueUsd, @Nullable String valuation, String source, String edition) {

    static @Nullable Report of(ResultSet row, String side) throws SQLException {
      var value = row.getBigDecimal(side + "_usd");
      return value == null
          ? null
          : new Report(
              value,
              row.getString(side + "_valuation"),
              row.getString(side + "_source"),
              row.getString(side + "_edition"));
    }
  }

  /** Null unless both sides report. */
  record Figures(
      @Nullable BigDecimal ratio, @Nullable BigDecimal ratioAtFob, @Nullable BigDecimal logGap) {}

  @Nullable String missing() {
    if (imported == null) {
      return "NOT_REPORTED_BY_IMPORTER";
    }
    return exported == null ? "NOT_REPORTED_BY_EXPORTER" : null;
  }

  Figures figures(BigDecimal cifOverFob) {
    if (imported == null || exported == null) {
      return new Figures(null, null, null);
    }
    var atFob =
        "CIF".equals(imported.valuation()) && "FOB".equals(exported.valuation())
            ? exported.valueUsd().multiply(cifOverFob)
            : exported.valueUsd();
    double gap = Math.log(atFob.doubleValue()) - Math.log(imported.valueUsd().doubleValue());
    return new Figures(
        ratio(imported.valueUsd(), exported.valueUsd()),
        ratio(imported.valueUsd(), atFob),
        new BigDecimal(gap).setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }

  List<GapReason> reasons(Figures figures) {
    var reasons = new ArrayList<GapReason>();
    if (imported == null || exported == null || figures.ratioAtFob() == null) {
      return reasons;
    }
    var gap = figures.ratioAtFob().subtract(BigDecimal.ONE);
    boolean small = gap.abs().compareTo(LITTLE) <= 0;
    if ("CIF".equals(imported.valuation()) && "FOB".equals(exported.valuation())) {
      reasons.add(
          new GapReason(
              Kind.VALUATION,
              small ? Likelihood.LIKELY : Likelihood.POSSIBLE,
              "The importer's value holds freight and insurance, the exporter's does not."));
    }
    if (!small) {
      reasons.add(
          new GapReason(
              Kind.TIMING,
              freq.equals("M") ? Likelihood.LIKELY : Likelihood.POSSIBLE,
              "Goods that leave in one period arrive in the next; it weighs more on months."));
      reasons.add(reExport(gap));
    }
    if (!imported.edition().equals(exported.edition())) {
      reasons.add(
          new GapReason(
              Kind.EDITION,
              Likelihood.POSSIBLE,
              "The sides report in different editions, in which a code may hold other goods."));
    }
    return reasons;
  }

  private GapReason reExport(BigDecimal gap) {
    boolean hub = HUBS.contains(importer) || HUBS.contains(exporter) || exporterReExports;
    var says =
        gap.signum() > 0
            ? "The importer names the origin; goods sent through a third economy stand there in the"
                + " exporter's report."
            : "The exporter names the last destination that it knew; goods sent on are imports of"
                + " somebody else.";
    return new GapReason(
        Kind.RE_EXPORT,
        hub || gap.abs().compareTo(MUCH) > 0 ? Likelihood.LIKELY : Likelihood.POSSIBLE,
        says);
  }

  private static BigDecimal ratio(BigDecimal imports, BigDecimal exports) {
    return imports.divide(exports, DECIMALS, RoundingMode.HALF_EVEN);
  }
}

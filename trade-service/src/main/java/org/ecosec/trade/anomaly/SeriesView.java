package org.ecosec.trade.anomaly;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.trade.anomaly.math.BreakDate;
import org.ecosec.trade.observation.Flow;
import org.jspecify.annotations.Nullable;

/** A whole monthly series with the band that each month was held against. */
@Schema(
    description =
        "Months in order, in unit. CANNOT_EXCLUDE: within the band, but the code holds several goods"
            + " and one of them may have moved (cannotExclude says which). Method:"
            + " docs/methods/anomalies.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SeriesView(
    String reporter,
    String partner,
    Flow flow,
    String classification,
    String product,
    String productName,
    Metric metric,
    String unit,
    List<Point> points,
    @Nullable Break levelBreak,
    @Nullable String cannotExclude,
    String source,
    String dataThrough,
    String methodVersion) {

  /** How a month reads. */
  public enum Reading {
    FLAGGED,
    WITHIN_BAND,
    CANNOT_EXCLUDE,
    BELOW_MINIMUM,
    NOT_SCORED
  }

  /** Why a month has no score. */
  public enum Missing {
    NOT_REPORTED,
    SHORT_HISTORY,
    READ_WITH_FEBRUARY,
    NO_WEIGHT
  }

  /** One month; seriesTier is what the series says alone. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Point(
      String period,
      @Nullable BigDecimal observed,
      @Nullable BigDecimal expected,
      @Nullable BigDecimal lower,
      @Nullable BigDecimal upper,
      @Nullable BigDecimal z,
      Tier seriesTier,
      Reading reading,
      @Nullable String reason) {}

  /** The one change of level that explains the logarithms best; levels are geometric means. */
  public record Break(
      String lastMonthBefore,
      BigDecimal levelBefore,
      BigDecimal levelAfter,
      BigDecimal supF,
      BreakDate.Significance significance) {}
}

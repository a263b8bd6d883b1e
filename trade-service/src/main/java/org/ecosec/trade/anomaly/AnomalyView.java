package org.ecosec.trade.anomaly;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.trade.observation.Flow;
import org.jspecify.annotations.Nullable;

/** A month of a series that moved beyond its history, with its band and its evidence. */
@Schema(
    description =
        "observed against expected, in unit; nothing is flagged from lower to upper. tier NONE: one"
            + " of the three months after a flag. seriesTier is what the series says alone. Method:"
            + " docs/methods/anomalies.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AnomalyView(
    String reporter,
    String partner,
    Flow flow,
    String classification,
    String product,
    String productName,
    String period,
    Metric metric,
    String unit,
    Tier tier,
    Tier seriesTier,
    Direction direction,
    BigDecimal z,
    BigDecimal observed,
    BigDecimal expected,
    BigDecimal lower,
    BigDecimal upper,
    AnomalyFigures.Detector detector,
    List<Evidence> evidence,
    AnomalyFigures.@Nullable Reason reason,
    @Nullable String reading,
    String source,
    String dataThrough,
    String methodVersion,
    long revision,
    String series) {}

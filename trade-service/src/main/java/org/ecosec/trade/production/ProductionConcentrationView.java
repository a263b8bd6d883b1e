package org.ecosec.trade.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How concentrated the world's production of a mineral is, plain and weighted by governance. */
@Schema(
    description =
        "hhi 0 to 1; hhiWgi 0 to 10, high is bad (governance 0 to 10 = 10 × (1 − score), trade"
            + " parameter 1). Null where less than 95 % has a named producer (LOW_COVERAGE) or a"
            + " producer has no governance score (NO_GOVERNANCE); the bounds then still hold."
            + " supplyRisk is null: its inputs are not loaded (MISSING_INPUT). Method:"
            + " docs/methods/production-concentration.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProductionConcentrationView(
    String source,
    String mineral,
    String stage,
    int year,
    String basis,
    @Nullable BigDecimal hhi,
    BigDecimal hhiLower,
    BigDecimal hhiUpper,
    @Nullable BigDecimal hhiWgi,
    BigDecimal hhiWgiLower,
    BigDecimal hhiWgiUpper,
    @Nullable String reason,
    @Nullable BigDecimal supplyRisk,
    String supplyRiskReason,
    List<String> supplyRiskMissing,
    BigDecimal totalTonnes,
    @Nullable BigDecimal worldTonnes,
    BigDecimal namedShare,
    List<Producer> producers,
    List<String> withheld,
    List<String> products,
    @Nullable String governanceSource,
    @Nullable String governanceYear,
    String methodVersion) {

  /** A producer's share of the total; {@code governance} from 0 to 10, high is bad. */
  public record Producer(String economy, BigDecimal share, @Nullable BigDecimal governance) {}
}

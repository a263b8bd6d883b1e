package org.ecosec.trade.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an importer would lose with one supplier, over a horizon, in US dollars. */
@Schema(
    description =
        "residualUsd: what the other exporters' spare exports cannot replace. soleSupplies:"
            + " products that nobody else supplies. Method: docs/methods/scenario.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChokepointView(
    String importer,
    String supplier,
    String period,
    String source,
    BigDecimal atRiskUsd,
    BigDecimal residualUsd,
    int products,
    int soleSupplies,
    BigDecimal spareShare,
    int horizonDays,
    String methodVersion,
    long revision) {}

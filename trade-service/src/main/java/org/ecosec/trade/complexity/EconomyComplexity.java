package org.ecosec.trade.complexity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How complex what an economy exports is. */
@Schema(
    description =
        "eci: mean 0 and standard deviation 1 over the sample; it is the mean pci of the economy's"
            + " products. Null with a reason where the matrix has no indices.")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EconomyComplexity(
    String economy,
    String name,
    @Nullable BigDecimal eci,
    @Nullable Integer rank,
    int diversity,
    BigDecimal exportsUsd,
    @Nullable String reason,
    String classification,
    @Nullable String edition,
    String period,
    String source,
    int sampleEconomies,
    String methodVersion,
    long revision) {}

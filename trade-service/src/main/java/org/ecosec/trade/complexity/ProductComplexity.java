package org.ecosec.trade.complexity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How complex a product is, and for one economy how much of what is near to it that one has. */
@Schema(
    description =
        "pci on the scale of eci. density and exportsIt only where an economy is asked for: density"
            + " is the share, weighted by proximity, of the products around that it has.")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProductComplexity(
    String product,
    String productName,
    List<String> sectors,
    @Nullable BigDecimal pci,
    @Nullable Integer rank,
    int ubiquity,
    BigDecimal exportsUsd,
    @Nullable BigDecimal density,
    @Nullable Boolean exportsIt,
    @Nullable String reason,
    String classification,
    @Nullable String edition,
    String period,
    String source,
    int sampleEconomies,
    String methodVersion,
    long revision) {}

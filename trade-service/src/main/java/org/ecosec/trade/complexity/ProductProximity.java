package org.ecosec.trade.complexity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How often who has the one product has this one too: the smaller of the two shares. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProductProximity(
    String product, String productName, BigDecimal proximity, @Nullable BigDecimal pci) {}

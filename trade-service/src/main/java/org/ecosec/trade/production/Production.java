package org.ecosec.trade.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one economy produced of a mineral at a stage in a year. */
@Schema(
    description =
        "tonnes is null with a reason: WITHHELD (to protect a company) or NOT_AVAILABLE. economy W00"
            + " is the source's own world total, _X what it does not name. A year after the source's"
            + " last is a projection of its base case.")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Production(
    String source,
    String mineral,
    String stage,
    String economy,
    int year,
    String basis,
    @Nullable BigDecimal tonnes,
    @Nullable String reason) {}

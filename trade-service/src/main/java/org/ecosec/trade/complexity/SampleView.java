package org.ecosec.trade.complexity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.trade.complexity.math.Exports.Excluded;
import org.jspecify.annotations.Nullable;

/**
 * A matrix of exports: who is in the sample, who is not and why, and whether it could be solved.
 */
@Schema(
    description =
        "status COMPLETE has indices; any other names why there are none, and reason says what is"
            + " needed. coverage: of all imports that the source reports, the share that comes from"
            + " the sample. Method: docs/methods/complexity.md")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SampleView(
    String source,
    String classification,
    @Nullable String edition,
    String period,
    ComplexityRun.Basis basis,
    String status,
    @Nullable String reason,
    int economies,
    int products,
    Map<String, Excluded> excluded,
    @Nullable BigDecimal coverage,
    @Nullable BigDecimal secondEigenvalue,
    @Nullable BigDecimal shareNearOne,
    String methodVersion,
    long revision) {}

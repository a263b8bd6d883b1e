package org.ecosec.trade.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much of its use of a mineral an economy imports, with its own production known. */
@Schema(
    description =
        "dependency = imports / (production + imports − exports), in tonnes of gross weight; null with"
            + " a reason where a figure is missing. dependencyLower holds when exports are not"
            + " reported. Only minerals whose production is given in gross weight are here: metal"
            + " content cannot be set against the weight of ore.")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProductionDependencyView(
    String importer,
    String mineral,
    String stage,
    int year,
    String source,
    @Nullable BigDecimal producedTonnes,
    @Nullable BigDecimal importedTonnes,
    @Nullable BigDecimal exportedTonnes,
    @Nullable BigDecimal dependency,
    @Nullable BigDecimal dependencyLower,
    @Nullable BigDecimal importReliance,
    @Nullable String reason,
    List<String> products,
    String methodVersion) {}

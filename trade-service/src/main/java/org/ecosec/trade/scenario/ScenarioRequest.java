package org.ecosec.trade.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A cut to be thought through, as the caller asks for it; see {@link Assumptions}. */
@Schema(
    description =
        "Name products or a sector. No targets: every importer that reports. cut and spareShares"
            + " run from 0 to 1. stockDays: days of imports in stock, by product where"
            + " stockDaysByProduct names it; unknown stocks cover nothing.")
public record ScenarioRequest(
    String title,
    String imposer,
    @Nullable String classification,
    @Nullable List<String> products,
    @Nullable String sector,
    @Nullable List<String> targets,
    BigDecimal cut,
    int horizonDays,
    @Nullable Integer transitDays,
    @Nullable SpareShares spareShares,
    @Nullable BigDecimal stockDays,
    @Nullable Map<String, BigDecimal> stockDaysByProduct,
    @Nullable List<String> excludedSuppliers,
    @Nullable String baselinePeriod,
    @Nullable String asOf) {}

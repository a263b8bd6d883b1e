package org.ecosec.trade.observation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One reported figure with its slice, and the revisions that it stood for ({@code toRevision} null:
 * it stands). Value in US dollars, weight in kilograms.
 */
public record ObservationView(
    String source,
    String reporter,
    Flow flow,
    String partner,
    String classification,
    @Nullable String edition,
    String product,
    String freq,
    String period,
    BigDecimal valueUsd,
    @Nullable BigDecimal netWeightKg,
    @Nullable BigDecimal quantity,
    @Nullable String quantityUnit,
    @Nullable String valuation,
    boolean estimated,
    long fromRevision,
    @Nullable Long toRevision) {}

package org.ecosec.trade.observation;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One reported figure with its slice, and the revisions that it stood for ({@code toRevision} null:
 * it stands). Value in US dollars, weight in kilograms.
 */
@Schema(
    description =
        "freq P is a part of a year: it is never compared with a whole one. basis RECONCILED is one"
            + " figure made of both sides' reports. change is null unless updatedAfter was asked for.")
public record ObservationView(
    String source,
    Basis basis,
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
    @Nullable Long toRevision,
    @Nullable Change change) {

  /** What became of a figure since an instant. */
  public enum Change {
    ADDED,
    REVISED,
    DELETED
  }
}

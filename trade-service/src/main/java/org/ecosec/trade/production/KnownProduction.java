package org.ecosec.trade.production;

import org.jspecify.annotations.Nullable;

/**
 * An importer's own production of the mineral that a product carries, with its trade in the whole
 * basket of that mineral; {@code reason} says why it cannot stand in the product's dependency.
 */
public record KnownProduction(@Nullable ProductionDependencyView of, @Nullable String reason) {

  /** Why production says nothing of a product, beside what the figures themselves lack. */
  public enum Reason {
    /** The product is in no published basket of a mineral. */
    NO_MINERAL,
    /** Production is counted by calendar year. */
    NOT_A_CALENDAR_YEAR,
    /** No source gives the mineral's production of that year. */
    NO_PRODUCTION,
    /** It is given as metal content, which cannot be set against the weight of ore or oxide. */
    OTHER_UNIT,
    /** The code holds goods of other minerals, whose production is not in the figure. */
    HOLDS_OTHER_GOODS
  }

  static KnownProduction none(Reason reason) {
    return new KnownProduction(null, reason.name());
  }

  static KnownProduction of(ProductionDependencyView found, boolean mixed) {
    var lacking = found.dependency() == null ? found.reason() : null;
    return new KnownProduction(
        found, lacking == null && mixed ? Reason.HOLDS_OTHER_GOODS.name() : lacking);
  }
}

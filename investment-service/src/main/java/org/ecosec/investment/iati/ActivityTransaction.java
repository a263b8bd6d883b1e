package org.ecosec.investment.iati;

import org.jspecify.annotations.Nullable;

/** A {@code transaction} of an activity as its publisher wrote it; codes are IATI's. */
public record ActivityTransaction(
    Place place,
    String activity,
    @Nullable String ref,
    @Nullable String ownId,
    String type,
    String transactionDate,
    String valueDate,
    String amount,
    @Nullable String currency,
    @Nullable String description,
    Party provider,
    Party receiver,
    @Nullable String flowType,
    @Nullable String financierScope) {

  /** Who gives or takes, and the activity of theirs that says so too. */
  public record Party(
      @Nullable String name,
      @Nullable String ref,
      @Nullable String type,
      @Nullable String activity) {

    static final Party NOBODY = new Party(null, null, null, null);
  }
}

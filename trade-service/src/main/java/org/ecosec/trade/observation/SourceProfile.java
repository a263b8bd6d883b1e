package org.ecosec.trade.observation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one publisher's file is read: its columns, its unit and currency, its classification. {@code
 * unit} is how many of the currency a 1 in the file stands for.
 */
record SourceProfile(
    String name,
    String source,
    String reporter,
    String classification,
    String freq,
    @Nullable String valuation,
    String currency,
    BigDecimal unit,
    PeriodColumn period,
    PartnerColumn partner,
    ProductColumn product,
    List<ValueColumn> values,
    @Nullable Only only,
    @Nullable String netWeightKg) {

  record PeriodColumn(String column, PeriodStyle style) {}

  record PartnerColumn(String column) {}

  /** A column of codes, or of names in a list of the product, or one code for every row. */
  record ProductColumn(
      @Nullable String column, @Nullable String constant, @Nullable String names) {}

  record ValueColumn(String column, Flow flow) {}

  /** Rows with another value in the column are passed over. */
  record Only(String column, String value) {}
}

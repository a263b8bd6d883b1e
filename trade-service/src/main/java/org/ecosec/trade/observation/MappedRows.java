package org.ecosec.trade.observation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ecosec.trade.reference.MonthlyRates;
import org.ecosec.trade.reference.PartnerNames;
import org.ecosec.trade.reference.Products;

/** A national publisher's file, read as its {@link SourceProfile} says. */
final class MappedRows implements RowFormat {

  private static final int CENTS = 2;

  private final SourceProfile profile;
  private final PartnerNames partners;
  private final Products products;
  private final MonthlyRates rates;

  MappedRows(SourceProfile profile, PartnerNames partners, Products products, MonthlyRates rates) {
    this.profile = profile;
    this.partners = partners;
    this.products = products;
    this.rates = rates;
  }

  @Override
  public List<List<String>> requiredColumns() {
    return knownColumns().stream().map(List::of).toList();
  }

  @Override
  public Set<String> knownColumns() {
    var columns = new LinkedHashSet<String>();
    columns.add(profile.period().column());
    columns.add(profile.partner().column());
    if (profile.product().column() != null) {
      columns.add(profile.product().column());
    }
    profile.values().forEach(value -> columns.add(value.column()));
    if (profile.only() != null) {
      columns.add(profile.only().column());
    }
    if (profile.netWeightKg() != null) {
      columns.add(profile.netWeightKg());
    }
    return columns;
  }

  @Override
  public OptionalColumns optionalColumns() {
    var weight = profile.netWeightKg();
    return new OptionalColumns(weight == null ? List.of() : List.of(weight), List.of(), List.of());
  }

  @Override
  public List<TradeObservation> observations(Row row) throws RejectedRow {
    var only = profile.only();
    if (only != null && !row.text(only.column()).equals(only.value())) {
      return List.of();
    }
    var partner = partner(row);
    if (partner.equals(PartnerNames.SKIP)) {
      return List.of();
    }
    var period = Periods.styled(row, profile.period().column(), profile.period().style());
    var product = product(row);
    var observations = new ArrayList<TradeObservation>();
    for (var value : profile.values()) {
      // A blank cell says that nothing was published, which is not 0.
      if (!row.text(value.column()).isEmpty()) {
        observations.add(observation(row, value, period, product, partner));
      }
    }
    return observations;
  }

  private TradeObservation observation(
      Row row, SourceProfile.ValueColumn value, String period, String product, String partner)
      throws RejectedRow {
    var weight = profile.netWeightKg();
    return new TradeObservation(
        profile.reporter(),
        value.flow(),
        profile.classification(),
        "",
        period,
        product,
        partner,
        usd(row.value(value.column()), period),
        weight == null ? null : row.quantity(weight),
        null,
        null,
        profile.valuation(),
        false);
  }

  // Rounded half even to the cent, once, after the conversion.
  private BigDecimal usd(BigDecimal value, String period) throws RejectedRow {
    var rate =
        rates
            .unitsPerUsd(profile.currency(), period)
            .orElseThrow(
                () ->
                    new RejectedRow(
                        profile.period().column(),
                        "NO_RATE",
                        "No exchange rate covers the whole period.",
                        period));
    var amount = value.multiply(profile.unit());
    return profile.currency().equals("USD")
        ? amount
        : amount.divide(rate, MathContext.DECIMAL128).setScale(CENTS, RoundingMode.HALF_EVEN);
  }

  private String partner(Row row) throws RejectedRow {
    var name = row.text(profile.partner().column());
    return partners
        .economy(profile.name(), name)
        .orElseThrow(
            () ->
                new RejectedRow(
                    profile.partner().column(),
                    "UNKNOWN_ECONOMY",
                    "The profile knows no partner of this name.",
                    name));
  }

  private String product(Row row) throws RejectedRow {
    var column = profile.product().column();
    if (column == null) {
      return profile.product().constant() == null ? "TOTAL" : profile.product().constant();
    }
    var text = row.text(column);
    if (profile.product().names() != null) {
      return products
          .japanCode(text)
          .orElseThrow(
              () -> new RejectedRow(column, "BAD_PRODUCT", "The list has no such product.", text));
    }
    if (!text.matches("\\d{2}(\\d{2}(\\d{2})?)?")) {
      throw new RejectedRow(column, "BAD_PRODUCT", "Not an HS code of 2, 4 or 6 digits.", text);
    }
    return text;
  }
}

package org.ecosec.trade.observation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.ecosec.trade.reference.PartnerNames;
import org.jspecify.annotations.Nullable;

/** A national publisher's file, read as its {@link SourceProfile} says. */
final class MappedRows implements RowFormat {

  static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";
  static final String JAPAN_LIST = "japan-commodities.csv";

  private static final Pattern HS_CODE = Pattern.compile("TOTAL|\\d{2}(\\d{2}(\\d{2})?)?");
  private static final Pattern OTHER_CODE = Pattern.compile(CODE);
  private static final int CENTS = 2;

  private final SourceProfile profile;
  private final ProfileLists lists;
  private final Periods periods;
  private final Names<String> partners = new Names<>();
  private final Names<String> products = new Names<>();

  MappedRows(SourceProfile profile, ProfileLists lists, Periods periods) {
    this.profile = profile;
    this.lists = lists;
    this.periods = periods;
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
    add(columns, profile.product().column());
    profile.values().forEach(value -> columns.add(value.column()));
    add(columns, profile.flow() == null ? null : profile.flow().column());
    add(columns, profile.only() == null ? null : profile.only().column());
    add(columns, profile.netWeightKg());
    add(columns, profile.quantity() == null ? null : profile.quantity().column());
    add(columns, profile.quantity() == null ? null : profile.quantity().unitColumn());
    return columns;
  }

  private static void add(Set<String> columns, @Nullable String column) {
    if (column != null) {
      columns.add(column);
    }
  }

  @Override
  public OptionalColumns optionalColumns() {
    var weight = profile.netWeightKg();
    var quantity = profile.quantity();
    return new OptionalColumns(
        weight == null ? List.of() : List.of(weight),
        quantity == null ? List.of() : List.of(quantity.column()),
        List.of());
  }

  @Override
  public List<TradeObservation> observations(Row row) throws RejectedRow {
    var only = profile.only();
    if (only != null && !row.text(only.column()).equals(only.value())) {
      return List.of();
    }
    var partner = partners.of(row.text(profile.partner().column()), this::partner);
    if (partner.equals(PartnerNames.SKIP)) {
      return List.of();
    }
    var period = periods.styled(row, profile.period().column(), profile.period().style());
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
    var quantity = profile.quantity();
    var flow = flow(row, value);
    return new TradeObservation(
        profile.reporter(),
        flow,
        profile.classification(),
        profile.edition() == null ? "" : profile.edition(),
        period,
        product,
        partner,
        usd(row.value(value.column()), period),
        weight == null ? null : row.quantity(weight),
        quantity == null ? null : row.quantity(quantity.column()),
        quantity == null ? null : unit(row, quantity),
        profile.valuation() == null ? flow.usualValuation() : profile.valuation(),
        false);
  }

  private Flow flow(Row row, SourceProfile.ValueColumn value) throws RejectedRow {
    var said = profile.flow();
    var flow = said == null ? value.flow() : said.codes().get(row.text(said.column()));
    if (flow == null) {
      var column = said == null ? value.column() : said.column();
      throw new RejectedRow(
          column, "BAD_FLOW", "The profile knows no flow of this name.", row.text(column));
    }
    return flow;
  }

  // Rounded half even to the cent, once, after the conversion.
  private BigDecimal usd(BigDecimal value, String period) throws RejectedRow {
    var amount = value.multiply(profile.unit());
    if (profile.currency().equals("USD")) {
      return amount;
    }
    var rate =
        lists
            .rates()
            .unitsPerUsd(profile.currency(), period)
            .orElseThrow(
                () ->
                    new RejectedRow(
                        profile.period().column(),
                        "NO_RATE",
                        "No exchange rate covers the whole period.",
                        period));
    return amount.divide(rate, MathContext.DECIMAL128).setScale(CENTS, RoundingMode.HALF_EVEN);
  }

  private static @Nullable String unit(Row row, SourceProfile.QuantityColumn quantity) {
    var unit = quantity.unitColumn() == null ? "" : row.text(quantity.unitColumn());
    return unit.isEmpty() ? quantity.unit() : unit;
  }

  private String partner(String name) throws RejectedRow {
    return lists
        .economy(profile, name)
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
    return products.of(row.text(column), text -> product(column, text));
  }

  private String product(String column, String text) throws RejectedRow {
    if (profile.product().names() != null) {
      return lists
          .products()
          .japanCode(text)
          .orElseThrow(
              () -> new RejectedRow(column, "BAD_PRODUCT", "The list has no such product.", text));
    }
    boolean hs = profile.classification().equals("HS");
    var code = profile.product().style() == SourceProfile.CodeStyle.SLUG ? slug(text) : text;
    if (!(hs ? HS_CODE : OTHER_CODE).matcher(code).matches()) {
      throw new RejectedRow(
          column,
          "BAD_PRODUCT",
          hs ? "Not an HS code of 2, 4 or 6 digits." : "Not a code of 1 to 40 letters and digits.",
          text);
    }
    return code;
  }

  private static String slug(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-").replaceAll("^-|-$", "");
  }
}

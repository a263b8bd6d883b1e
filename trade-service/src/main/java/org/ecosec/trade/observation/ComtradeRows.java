package org.ecosec.trade.observation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.jspecify.annotations.Nullable;

/**
 * UN Comtrade, the answer of API v1 and the older headers of its web site and API. Rows that break
 * a total down by mode of transport, customs procedure or second partner are passed over, since
 * their total is in the file too.
 */
final class ComtradeRows implements RowFormat {

  private static final List<String> PERIOD = List.of("period", "refYear", "Year", "yr");
  private static final List<String> REPORTER = List.of("reporterCode", "Reporter Code", "rtCode");
  private static final List<String> REPORTER_ISO = List.of("reporterISO", "Reporter ISO", "rt3ISO");
  private static final List<String> PARTNER = List.of("partnerCode", "Partner Code", "ptCode");
  private static final List<String> PARTNER_ISO = List.of("partnerISO", "Partner ISO", "pt3ISO");
  private static final List<String> FLOW =
      List.of("flowCode", "Trade Flow Code", "rgCode", "Trade Flow", "flowDesc", "rgDesc");
  private static final List<String> PRODUCT = List.of("cmdCode", "Commodity Code");
  private static final List<String> VALUE =
      List.of("primaryValue", "Trade Value (US$)", "TradeValue");
  private static final List<String> WEIGHT = List.of("netWgt", "Netweight (kg)", "NetWeight");
  private static final List<String> QUANTITY = List.of("qty", "TradeQuantity");
  private static final List<String> UNIT = List.of("qtyUnitAbbr", "Qty Unit", "qtDesc");
  private static final List<String> CLASSIFICATION =
      List.of("classificationCode", "Classification", "pfCode");
  private static final List<String> ESTIMATED = List.of("isNetWgtEstimated", "isQtyEstimated");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");
  private static final Pattern HS_CODE = Pattern.compile("\\d{2}(\\d{2}(\\d{2})?)?");
  private static final Map<String, String> TOTALS =
      Map.of("motCode", "0", "customsCode", "C00", "partner2Code", "0");
  private static final Map<String, String> EDITIONS =
      Map.of(
          "", "", "HS", "", "H0", "1992", "H1", "1996", "H2", "2002", "H3", "2007", "H4", "2012",
          "H5", "2017", "H6", "2022");

  private final Economies economies;

  ComtradeRows(Economies economies) {
    this.economies = economies;
  }

  @Override
  public List<List<String>> requiredColumns() {
    return List.of(
        PERIOD, either(REPORTER, REPORTER_ISO), either(PARTNER, PARTNER_ISO), FLOW, PRODUCT, VALUE);
  }

  @Override
  public Set<String> knownColumns() {
    return Stream.of(
            PERIOD,
            REPORTER,
            REPORTER_ISO,
            PARTNER,
            PARTNER_ISO,
            FLOW,
            PRODUCT,
            VALUE,
            WEIGHT,
            QUANTITY,
            UNIT,
            CLASSIFICATION,
            ESTIMATED,
            List.copyOf(TOTALS.keySet()))
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  @Override
  public OptionalColumns optionalColumns() {
    return new OptionalColumns(WEIGHT, QUANTITY, ESTIMATED);
  }

  @Override
  public List<TradeObservation> observations(Row row) throws RejectedRow {
    for (var total : TOTALS.entrySet()) {
      var text = row.text(total.getKey());
      if (!text.isEmpty() && !text.equals(total.getValue())) {
        return List.of();
      }
    }
    var flow = flow(row);
    return List.of(
        new TradeObservation(
            economy(row, REPORTER, REPORTER_ISO),
            flow,
            "HS",
            edition(row),
            Periods.comtrade(row, PERIOD),
            product(row),
            economy(row, PARTNER, PARTNER_ISO),
            row.value(present(row, VALUE)),
            quantity(row, WEIGHT),
            quantity(row, QUANTITY),
            unit(row),
            flow.usualValuation(),
            ESTIMATED.stream().anyMatch(column -> row.text(column).equalsIgnoreCase("true"))));
  }

  // The number decides where there is one: ISO codes differ between extracts.
  private String economy(Row row, List<String> numbers, List<String> codes) throws RejectedRow {
    var number = row.firstText(numbers);
    var code = row.firstText(codes);
    Function<Optional<Economy>, Optional<Economy>> byCode =
        found -> found.or(() -> economies.find(code.toUpperCase(Locale.ROOT)));
    return byCode
        .apply(economies.byComtradeNumber(LEADING_ZEROS.matcher(number).replaceFirst("")))
        .map(Economy::code)
        .orElseThrow(
            () ->
                new RejectedRow(
                    present(row, number.isEmpty() ? codes : numbers),
                    "UNKNOWN_ECONOMY",
                    "No economy has this number or code; see /trade/v1/economies.",
                    number.isEmpty() ? code : number));
  }

  private static Flow flow(Row row) throws RejectedRow {
    var text = row.firstText(FLOW);
    return Flow.ofComtrade(text)
        .orElseThrow(
            () ->
                new RejectedRow(
                    present(row, FLOW), "BAD_FLOW", "Not M, X, RM or RX, nor 1 to 4.", text));
  }

  private static String product(Row row) throws RejectedRow {
    var code = row.firstText(PRODUCT);
    if (!code.equals("TOTAL") && !HS_CODE.matcher(code).matches()) {
      throw new RejectedRow(
          present(row, PRODUCT),
          "BAD_PRODUCT",
          "Not an HS code of 2, 4 or 6 digits, leading zeros kept, nor TOTAL.",
          code);
    }
    return code;
  }

  private static String edition(Row row) throws RejectedRow {
    var text = row.firstText(CLASSIFICATION);
    var edition = EDITIONS.get(text);
    if (edition == null) {
      throw new RejectedRow(
          present(row, CLASSIFICATION), "BAD_CLASSIFICATION", "Not HS, nor H0 to H6.", text);
    }
    return edition;
  }

  private static @Nullable BigDecimal quantity(Row row, List<String> columns) throws RejectedRow {
    return row.quantity(present(row, columns));
  }

  private static @Nullable String unit(Row row) {
    var unit = row.firstText(UNIT);
    return unit.isEmpty() || unit.equals("N/A") || unit.equals("No Quantity") ? null : unit;
  }

  /** The column of the file that brings a thing, for reading it and for naming it in a refusal. */
  private static String present(Row row, List<String> names) {
    return names.stream().filter(row::has).findFirst().orElse(names.getFirst());
  }

  private static List<String> either(List<String> left, List<String> right) {
    return Stream.concat(left.stream(), right.stream()).toList();
  }
}

package org.ecosec.trade.observation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
  private static final List<Total> TOTALS =
      List.of(
          new Total("motCode", "0"),
          new Total("customsCode", "C00"),
          new Total("partner2Code", "0"));
  private static final Map<String, String> EDITIONS =
      Map.of(
          "", "", "HS", "", "H0", "1992", "H1", "1996", "H2", "2002", "H3", "2007", "H4", "2012",
          "H5", "2017", "H6", "2022");

  private final Economies economies;
  private final Periods periods;
  private final Names<String> numbers = new Names<>();
  private final Names<Flow> flows = new Names<>();
  private final Names<String> products = new Names<>();

  ComtradeRows(Economies economies, Periods periods) {
    this.economies = economies;
    this.periods = periods;
  }

  /** What a column says where a row is not broken down by it. */
  private record Total(String column, String code) {}

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
            TOTALS.stream().map(Total::column).toList())
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  @Override
  public OptionalColumns optionalColumns() {
    return new OptionalColumns(WEIGHT, QUANTITY, ESTIMATED);
  }

  @Override
  public List<TradeObservation> observations(Row row) throws RejectedRow {
    for (Total total : TOTALS) {
      var text = row.text(total.column());
      if (!text.isEmpty() && !text.equals(total.code())) {
        return List.of();
      }
    }
    var flow = flows.of(row.firstText(FLOW), text -> flow(row, text));
    return List.of(
        new TradeObservation(
            economy(row, REPORTER, REPORTER_ISO),
            flow,
            "HS",
            edition(row),
            periods.comtrade(row, PERIOD),
            products.of(row.firstText(PRODUCT), code -> product(row, code)),
            economy(row, PARTNER, PARTNER_ISO),
            row.value(present(row, VALUE)),
            quantity(row, WEIGHT),
            quantity(row, QUANTITY),
            unit(row),
            flow.usualValuation(),
            estimated(row)));
  }

  // The number decides where there is one: ISO codes differ between extracts.
  private String economy(Row row, List<String> names, List<String> codes) throws RejectedRow {
    var number = row.firstText(names);
    var code = row.firstText(codes);
    return numbers.of(
        number + " " + code,
        both ->
            economies
                .byComtradeNumber(LEADING_ZEROS.matcher(number).replaceFirst(""))
                .or(() -> economies.find(code.toUpperCase(Locale.ROOT)))
                .map(Economy::code)
                .orElseThrow(
                    () ->
                        new RejectedRow(
                            present(row, number.isEmpty() ? codes : names),
                            "UNKNOWN_ECONOMY",
                            "No economy has this number or code; see /trade/v1/economies.",
                            number.isEmpty() ? code : number)));
  }

  private static Flow flow(Row row, String text) throws RejectedRow {
    return Flow.ofComtrade(text)
        .orElseThrow(
            () ->
                new RejectedRow(
                    present(row, FLOW), "BAD_FLOW", "Not M, X, RM or RX, nor 1 to 4.", text));
  }

  private static String product(Row row, String code) throws RejectedRow {
    if (!code.equals("TOTAL") && !HS_CODE.matcher(code).matches()) {
      throw new RejectedRow(
          present(row, PRODUCT),
          "BAD_PRODUCT",
          "Not an HS code of 2, 4 or 6 digits, leading zeros kept, nor TOTAL.",
          code);
    }
    return code;
  }

  private static boolean estimated(Row row) {
    for (String column : ESTIMATED) {
      if (row.text(column).equalsIgnoreCase("true")) {
        return true;
      }
    }
    return false;
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
    for (String name : names) {
      if (row.has(name)) {
        return name;
      }
    }
    return names.getFirst();
  }

  private static List<String> either(List<String> left, List<String> right) {
    return Stream.concat(left.stream(), right.stream()).toList();
  }
}

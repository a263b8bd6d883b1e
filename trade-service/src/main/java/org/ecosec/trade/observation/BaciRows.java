package org.ecosec.trade.observation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.jspecify.annotations.Nullable;

/**
 * CEPII's BACI: {@code t,i,j,k,v,q}, year, exporter and importer by number, HS code, value FOB in
 * thousand US dollars, tonnes. One figure is made of both sides' reports, so a row is what {@code
 * i} exported to {@code j} and what {@code j} imported from {@code i}, alike.
 */
final class BaciRows implements RowFormat {

  private static final String YEAR = "t";
  private static final String EXPORTER = "i";
  private static final String IMPORTER = "j";
  private static final String PRODUCT = "k";
  private static final String VALUE = "v";
  private static final String TONNES = "q";
  private static final String MISSING = "NA";
  private static final int THOUSAND = 3;
  private static final int CODE_LENGTH = 6;
  private static final Pattern CODE = Pattern.compile("\\d{5,6}");

  private final Economies economies;
  private final Periods periods;
  private final String edition;
  private final Names<String> numbers = new Names<>();
  private final Names<String> codes = new Names<>();

  BaciRows(Economies economies, Periods periods, String edition) {
    this.economies = economies;
    this.periods = periods;
    this.edition = edition;
  }

  @Override
  public List<List<String>> requiredColumns() {
    return List.of(
        List.of(YEAR), List.of(EXPORTER), List.of(IMPORTER), List.of(PRODUCT), List.of(VALUE));
  }

  @Override
  public Set<String> knownColumns() {
    return Set.of(YEAR, EXPORTER, IMPORTER, PRODUCT, VALUE, TONNES);
  }

  @Override
  public OptionalColumns optionalColumns() {
    return new OptionalColumns(List.of(TONNES), List.of(), List.of());
  }

  @Override
  public Basis basis() {
    return Basis.RECONCILED;
  }

  @Override
  public List<TradeObservation> observations(Row row) throws RejectedRow {
    var period = periods.styled(row, YEAR, PeriodStyle.YEAR);
    var exporter = economy(row, EXPORTER);
    var importer = economy(row, IMPORTER);
    var product = codes.of(row.text(PRODUCT), BaciRows::product);
    var value = thousands(row.value(VALUE));
    var kilograms = kilograms(row);
    return List.of(
        observation(importer, Flow.IMPORT, period, product, exporter, value, kilograms),
        observation(exporter, Flow.EXPORT, period, product, importer, value, kilograms));
  }

  private TradeObservation observation(
      String reporter,
      Flow flow,
      String period,
      String product,
      String partner,
      BigDecimal value,
      @Nullable BigDecimal kilograms) {
    return new TradeObservation(
        reporter, flow, "HS", edition, period, product, partner, value, kilograms, null, null,
        "FOB", false);
  }

  private String economy(Row row, String column) throws RejectedRow {
    return numbers.of(
        row.text(column),
        number ->
            economies
                .byComtradeNumber(number)
                .map(Economy::code)
                .orElseThrow(
                    () ->
                        new RejectedRow(
                            column, "UNKNOWN_ECONOMY", "No economy has this number.", number)));
  }

  // Spreadsheets drop the zero that leads the codes of chapters 1 to 9.
  private static String product(String text) throws RejectedRow {
    if (!CODE.matcher(text).matches()) {
      throw new RejectedRow(PRODUCT, "BAD_PRODUCT", "Not an HS code of 6 digits.", text);
    }
    return text.length() == CODE_LENGTH ? text : "0" + text;
  }

  private static @Nullable BigDecimal kilograms(Row row) throws RejectedRow {
    var tonnes = row.text(TONNES).equals(MISSING) ? null : row.quantity(TONNES);
    return tonnes == null ? null : thousands(tonnes);
  }

  private static BigDecimal thousands(BigDecimal number) {
    var moved = number.movePointRight(THOUSAND);
    return moved.scale() > 0 ? moved.stripTrailingZeros() : moved;
  }
}

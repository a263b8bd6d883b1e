package org.ecosec.trade.observation;

import static org.ecosec.trade.observation.SdmxCsvColumns.ACTION;
import static org.ecosec.trade.observation.SdmxCsvColumns.CLASSIFICATION;
import static org.ecosec.trade.observation.SdmxCsvColumns.FLOW;
import static org.ecosec.trade.observation.SdmxCsvColumns.FREQ;
import static org.ecosec.trade.observation.SdmxCsvColumns.MULTIPLIER;
import static org.ecosec.trade.observation.SdmxCsvColumns.PARTNER;
import static org.ecosec.trade.observation.SdmxCsvColumns.PERIOD;
import static org.ecosec.trade.observation.SdmxCsvColumns.PRODUCT;
import static org.ecosec.trade.observation.SdmxCsvColumns.QUANTITY;
import static org.ecosec.trade.observation.SdmxCsvColumns.QUANTITY_UNIT;
import static org.ecosec.trade.observation.SdmxCsvColumns.REPORTER;
import static org.ecosec.trade.observation.SdmxCsvColumns.STATUS;
import static org.ecosec.trade.observation.SdmxCsvColumns.STRUCTURE;
import static org.ecosec.trade.observation.SdmxCsvColumns.UNIT;
import static org.ecosec.trade.observation.SdmxCsvColumns.VALUATION;
import static org.ecosec.trade.observation.SdmxCsvColumns.VALUE;
import static org.ecosec.trade.observation.SdmxCsvColumns.WEIGHT;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.ecosec.trade.reference.TradePeriod;
import org.jspecify.annotations.Nullable;

/**
 * SDMX-CSV 2.0 with the components that this service publishes, or those of the international
 * merchandise trade structure. Rows of the actions I (inform), A (append), M (merge) and R
 * (replace) are taken; D (delete) is refused, because an import with mode=complete says what is
 * withdrawn.
 */
final class SdmxCsvRows implements RowFormat {

  private static final Set<String> TAKEN = Set.of("", "I", "A", "M", "R");
  private static final Pattern EDITION = Pattern.compile("HS((?:19|20)\\d{2})?");
  private static final Pattern NATIONAL = Pattern.compile("[A-Z][A-Z0-9-]{1,30}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final Pattern POWER = Pattern.compile("\\d|1[0-2]");

  private final Economies economies;
  private final Periods periods;
  private final String edition;

  SdmxCsvRows(Economies economies, Periods periods, String edition) {
    this.economies = economies;
    this.periods = periods;
    this.edition = edition;
  }

  @Override
  public List<List<String>> requiredColumns() {
    return List.of(STRUCTURE, ACTION, REPORTER, PARTNER, FLOW, PRODUCT, PERIOD, VALUE);
  }

  @Override
  public Set<String> knownColumns() {
    return SdmxCsvColumns.known();
  }

  @Override
  public OptionalColumns optionalColumns() {
    return new OptionalColumns(WEIGHT, QUANTITY, STATUS);
  }

  @Override
  public List<TradeObservation> observations(Row row) throws RejectedRow {
    require(
        row,
        ACTION,
        TAKEN.contains(id(row, ACTION)),
        "BAD_ACTION",
        "ACTION is I, A, M or R; what is withdrawn is said by a file with mode=complete.");
    var unit = id(row, UNIT);
    require(
        row,
        UNIT,
        unit.isEmpty() || unit.equals("USD"),
        "BAD_UNIT",
        "Values are taken in USD; a file in another currency needs a source profile.");
    var flow =
        Flow.ofComtrade(id(row, FLOW))
            .orElseThrow(
                () ->
                    new RejectedRow(
                        FLOW.getFirst(),
                        "BAD_FLOW",
                        "Not IMPORT, EXPORT, RE_IMPORT or RE_EXPORT, nor M, X, RM or RX.",
                        id(row, FLOW)));
    var period = periods.own(row, PERIOD);
    var freq = id(row, FREQ);
    require(
        row,
        FREQ,
        freq.isEmpty() || freq.equals(TradePeriod.freq(period)),
        "BAD_FREQ",
        "FREQ is A for a year, M for a month, P for a part of a year.");
    var scheme = scheme(row);
    return List.of(
        new TradeObservation(
            economy(row, REPORTER),
            flow,
            scheme.startsWith("HS") ? "HS" : scheme,
            scheme.startsWith("HS") ? editionOf(scheme) : "",
            period,
            product(row),
            economy(row, PARTNER),
            value(row),
            row.quantity(name(row, WEIGHT)),
            row.quantity(name(row, QUANTITY)),
            blankToNull(id(row, QUANTITY_UNIT)),
            valuation(row, flow),
            id(row, STATUS).equals("E")));
  }

  private BigDecimal value(Row row) throws RejectedRow {
    var value = row.value(name(row, VALUE));
    var power = id(row, MULTIPLIER);
    require(
        row,
        MULTIPLIER,
        power.isEmpty() || POWER.matcher(power).matches(),
        "BAD_UNIT_MULT",
        "UNIT_MULT is a power of ten from 0 to 12.");
    return power.isEmpty() ? value : value.scaleByPowerOfTen(Integer.parseInt(power));
  }

  private static String valuation(Row row, Flow flow) throws RejectedRow {
    var valuation = id(row, VALUATION);
    require(
        row,
        VALUATION,
        Set.of("", "CIF", "FOB").contains(valuation),
        "BAD_VALUATION",
        "VALUATION is CIF or FOB.");
    return valuation.isEmpty() ? flow.usualValuation() : valuation;
  }

  private static String scheme(Row row) throws RejectedRow {
    var text = id(row, CLASSIFICATION);
    require(
        row,
        CLASSIFICATION,
        text.isEmpty()
            || EDITION.matcher(text).matches()
            || (!text.startsWith("HS") && NATIONAL.matcher(text).matches()),
        "BAD_CLASSIFICATION",
        "Not HS, HS with a year, nor the name of another classification.");
    return text.isEmpty() ? "HS" : text;
  }

  private String editionOf(String scheme) {
    return scheme.equals("HS") ? edition : scheme.substring("HS".length());
  }

  private static String product(Row row) throws RejectedRow {
    var code = id(row, PRODUCT);
    require(row, PRODUCT, CODE.matcher(code).matches(), "BAD_PRODUCT", "Not a product code.");
    return code;
  }

  private String economy(Row row, List<String> names) throws RejectedRow {
    var code = id(row, names).toUpperCase(Locale.ROOT);
    var economy = economies.find(code).map(Economy::code);
    require(
        row,
        names,
        economy.isPresent(),
        "UNKNOWN_ECONOMY",
        "No economy has this code; see /trade/v1/economies.");
    return economy.orElse(code);
  }

  /** A code, without the title that follows it where labels were asked for. */
  private static String id(Row row, List<String> names) {
    var text = row.firstText(names);
    int label = text.indexOf(": ");
    return label < 0 ? text : text.substring(0, label).strip();
  }

  private static String name(Row row, List<String> names) {
    return names.stream().filter(row::has).findFirst().orElse(names.getFirst());
  }

  private static @Nullable String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static void require(Row row, List<String> names, boolean good, String code, String reason)
      throws RejectedRow {
    if (!good) {
      throw new RejectedRow(name(row, names), code, reason, row.firstText(names));
    }
  }
}

package org.ecosec.trade.observation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ecosec.trade.reference.TradePeriod;
import org.jspecify.annotations.Nullable;

/**
 * Reads the periods of one file as {@link TradePeriod} writes them. A year that the file covers in
 * part is labelled so; one that is not over cannot be a whole year and is refused.
 */
final class Periods {

  private static final String MANY_STYLES = "Not a year such as 2024 or a month such as 202403.";

  private final LocalDate today;
  private final @Nullable YearMonth through;
  private final Map<String, String> read = new HashMap<>();

  /** {@code through}: the last month that the file covers, null where its years are whole. */
  Periods(LocalDate today, @Nullable YearMonth through) {
    this.today = today;
    this.through = through;
  }

  /** {@code 2024} or {@code 202403}, in the first of the columns that has a text. */
  String comtrade(Row row, List<String> columns) throws RejectedRow {
    return once(
        row.firstText(columns),
        columns.getFirst(),
        MANY_STYLES,
        text ->
            (text.length() == "2024".length() ? PeriodStyle.YEAR : PeriodStyle.COMPACT_MONTH)
                .read(text));
  }

  /** As this service writes its periods, parts of years too. */
  String own(Row row, List<String> columns) throws RejectedRow {
    return once(
        row.firstText(columns),
        columns.getFirst(),
        "Not a year 2024, a month 2024-03, a financial year FY2024 or a part 2026-01/2026-03.",
        TradePeriod::of);
  }

  String styled(Row row, String column, PeriodStyle style) throws RejectedRow {
    return once(row.text(column), column, "Not " + style.example() + ".", style::read);
  }

  private String once(
      String text, String column, String reason, Function<String, TradePeriod> style)
      throws RejectedRow {
    var known = read.get(text);
    if (known == null) {
      known = labelled(period(text, column, reason, style), column, text).text();
      read.put(text, known);
    }
    return known;
  }

  private static TradePeriod period(
      String text, String column, String reason, Function<String, TradePeriod> style)
      throws RejectedRow {
    try {
      return style.apply(text);
    } catch (IllegalArgumentException notAPeriod) {
      throw new RejectedRow(column, "BAD_PERIOD", reason, text);
    }
  }

  private TradePeriod labelled(TradePeriod period, String column, String text) throws RejectedRow {
    var covered = covered(period, column, text);
    if (YearMonth.from(today).isBefore(covered.first())) {
      throw new RejectedRow(column, "FUTURE_PERIOD", "The period lies in the future.", text);
    }
    if (!today.isAfter(covered.last().atEndOfMonth())) {
      throw new RejectedRow(
          column,
          "PERIOD_NOT_OVER",
          "The period is not over; through=YYYY-MM says which month of a year the file ends with.",
          text);
    }
    return covered;
  }

  private TradePeriod covered(TradePeriod period, String column, String text) throws RejectedRow {
    if (through == null || !period.last().isAfter(through)) {
      return period;
    }
    if (period.first().isAfter(through)) {
      throw new RejectedRow(
          column, "PERIOD_AFTER_THROUGH", "The file was said to end with " + through + ".", text);
    }
    return TradePeriod.part(period.first(), through);
  }
}

package org.ecosec.trade.diversion;

import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.diversion.math.Window;
import org.jspecify.annotations.Nullable;

/** The periods before and after, read from a query. */
record Spans(List<String> before, List<String> after) {

  /** One of {@code from} and {@code period} is there. */
  static Spans of(@Nullable String from, @Nullable String period, int months) {
    if (months < 1 || months > Window.YEAR) {
      throw Problem.badRequest("bad-months", "months is a number from 1 to 12.")
          .at("query:months", "is out of range");
    }
    var any = from == null ? String.valueOf(period) : from;
    try {
      return any.length() == 4 ? years(Year.parse(any)) : months(from, period, months);
    } catch (DateTimeException | IllegalArgumentException wrong) {
      throw Problem.badRequest(
              "bad-period", "from and period are months such as 2024-12, in order, or from a year.")
          .at("query:from", "is not a period");
    }
  }

  private static Spans years(Year year) {
    return new Spans(List.of(year.minusYears(1).toString()), List.of(year.toString()));
  }

  private static Spans months(@Nullable String from, @Nullable String period, int months) {
    if (from == null) {
      var end = YearMonth.parse(String.valueOf(period));
      return of(Window.since(end.minusMonths(months - 1L), end));
    }
    var since = YearMonth.parse(from);
    return of(
        Window.since(
            since, period == null ? since.plusMonths(months - 1L) : YearMonth.parse(period)));
  }

  private static Spans of(Window window) {
    return new Spans(
        window.before().stream().map(YearMonth::toString).toList(),
        window.after().stream().map(YearMonth::toString).toList());
  }
}

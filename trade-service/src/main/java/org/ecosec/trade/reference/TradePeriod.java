package org.ecosec.trade.reference;

import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * What a figure covers, from its first month to its last: a year {@code 2024}, a month {@code
 * 2024-03}, a financial year {@code FY2024} (April 2024 to March 2025), or a part of a year {@code
 * 2026-01/2026-03}, which has a frequency of its own so that it never stands in a series of years.
 */
public record TradePeriod(String text, YearMonth first, YearMonth last) {

  public static final String ANNUAL = "A";
  public static final String MONTHLY = "M";
  public static final String PART_YEAR = "P";

  private static final int FINANCIAL_YEAR_BEGINS = 4;
  private static final int MONTHS = 12;
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");
  private static final Pattern MONTH = Pattern.compile("(19|20)\\d{2}-(0[1-9]|1[0-2])");
  private static final Pattern FINANCIAL_YEAR = Pattern.compile("FY(19|20)\\d{2}");

  public static TradePeriod of(String text) {
    int slash = text.indexOf('/');
    if (slash > 0) {
      return part(month(text.substring(0, slash)), month(text.substring(slash + 1)));
    }
    if (YEAR.matcher(text).matches()) {
      var january = YearMonth.of(Integer.parseInt(text), 1);
      return new TradePeriod(text, january, january.plusMonths(MONTHS - 1L));
    }
    if (FINANCIAL_YEAR.matcher(text).matches()) {
      return financialYear(Integer.parseInt(text.substring(2)));
    }
    var month = month(text);
    return new TradePeriod(text, month, month);
  }

  /** From April of the year. */
  public static TradePeriod financialYear(int year) {
    var april = YearMonth.of(year, FINANCIAL_YEAR_BEGINS);
    return new TradePeriod("FY" + year, april, april.plusMonths(MONTHS - 1L));
  }

  /** Some months of a year that has more. */
  public static TradePeriod part(YearMonth first, YearMonth last) {
    if (last.isBefore(first) || !first.plusMonths(MONTHS - 1L).isAfter(last)) {
      throw new IllegalArgumentException("From " + first + " to " + last + " is no part of a year");
    }
    return new TradePeriod(first + "/" + last, first, last);
  }

  /** {@code A} for a whole year, {@code M} for a month, {@code P} for a part of a year. */
  public static String freq(String text) {
    if (text.indexOf('/') > 0) {
      return PART_YEAR;
    }
    return text.length() == "2024-03".length() ? MONTHLY : ANNUAL;
  }

  /** The calendar year in which it begins. */
  public static int year(String text) {
    int from = text.startsWith("FY") ? 2 : 0;
    return Integer.parseInt(text.substring(from, from + 4));
  }

  private static YearMonth month(String text) {
    if (!MONTH.matcher(text).matches()) {
      throw new IllegalArgumentException(text + " is no period");
    }
    return YearMonth.parse(text);
  }
}

package org.ecosec.trade.observation;

import java.util.List;
import java.util.regex.Pattern;

/** How sources write a year or a month, and how we do: {@code 2024}, {@code 2024-03}. */
final class Periods {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2099;
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}(0[1-9]|1[0-2])");
  private static final Pattern FIRST_OF_MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-01");

  private Periods() {}

  /** {@code 2024} or {@code 202403}, in the first of the columns that has a text. */
  static String comtrade(Row row, List<String> columns) throws RejectedRow {
    var text = row.firstText(columns);
    if (YEAR.matcher(text).matches() && plausible(text)) {
      return text;
    }
    if (MONTH.matcher(text).matches() && plausible(text)) {
      return text.substring(0, 4) + "-" + text.substring(4);
    }
    throw bad(columns.getFirst(), "Not a year such as 2024 or a month such as 202403.", text);
  }

  static String styled(Row row, String column, PeriodStyle style) throws RejectedRow {
    var text = row.text(column);
    return switch (style) {
      case YEAR -> {
        if (YEAR.matcher(text).matches() && plausible(text)) {
          yield text;
        }
        throw bad(column, "Not a year such as 2024.", text);
      }
      case FIRST_OF_MONTH -> {
        if (FIRST_OF_MONTH.matcher(text).matches() && plausible(text)) {
          yield text.substring(0, 7);
        }
        throw bad(column, "Not the first of a month such as 2024-03-01.", text);
      }
    };
  }

  private static boolean plausible(String text) {
    int year = Integer.parseInt(text.substring(0, 4));
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static RejectedRow bad(String column, String reason, String text) {
    return new RejectedRow(column, "BAD_PERIOD", reason, text);
  }
}

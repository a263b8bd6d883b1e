package org.ecosec.trade.observation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecosec.trade.reference.TradePeriod;

/** How a file writes its periods. */
enum PeriodStyle {
  @JsonProperty("YYYY")
  YEAR("(?<year>\\d{4})", "a year such as 2024"),
  @JsonProperty("YYYY-MM-01")
  FIRST_OF_MONTH("(?<year>\\d{4})-(?<month>\\d{2})-01", "the first of a month such as 2024-03-01"),
  @JsonProperty("YYYY-MM")
  MONTH("(?<year>\\d{4})-(?<month>\\d{2})", "a month such as 2024-03"),
  @JsonProperty("YYYYMM")
  COMPACT_MONTH("(?<year>\\d{4})(?<month>\\d{2})", "a month such as 202403"),
  /** From April: {@code 2017-18}, {@code 2017-2018} or {@code FY2017}. */
  @JsonProperty("FY")
  FINANCIAL_YEAR(
      "(?:FY)?(?<year>\\d{4})(?:-(?<end>\\d{2}|\\d{4}))?", "a financial year such as 2017-18");

  private static final int CENTURY = 100;

  private final Pattern pattern;
  private final String example;

  PeriodStyle(String pattern, String example) {
    this.pattern = Pattern.compile(pattern);
    this.example = example;
  }

  String example() {
    return example;
  }

  /** An illegal argument if the text is not of this style or names no period. */
  TradePeriod read(String text) {
    var matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    return switch (this) {
      case YEAR -> TradePeriod.of(text);
      case FIRST_OF_MONTH, MONTH, COMPACT_MONTH ->
          TradePeriod.of(matcher.group("year") + "-" + matcher.group("month"));
      case FINANCIAL_YEAR -> financialYear(matcher);
    };
  }

  private static TradePeriod financialYear(Matcher matcher) {
    int year = Integer.parseInt(matcher.group("year"));
    var end = matcher.group("end");
    if (end != null && Integer.parseInt(end) % CENTURY != (year + 1) % CENTURY) {
      throw new IllegalArgumentException("A financial year ends in the year after");
    }
    return TradePeriod.of("FY" + matcher.group("year"));
  }
}

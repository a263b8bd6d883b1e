package org.ecosec.trade.mirror;

import java.time.YearMonth;
import java.util.Optional;

/** The months that a period covers, and whether it is a whole year. */
record Span(YearMonth first, YearMonth last) {

  private static final int APRIL = 4;

  /** Empty for a text that is no period. */
  static Optional<Span> of(String period) {
    if (period.matches("\\d{4}-(0[1-9]|1[0-2])/\\d{4}-(0[1-9]|1[0-2])")) {
      return Optional.of(
          new Span(YearMonth.parse(period.substring(0, 7)), YearMonth.parse(period.substring(8))));
    }
    if (period.matches("\\d{4}-(0[1-9]|1[0-2])")) {
      return Optional.of(new Span(YearMonth.parse(period), YearMonth.parse(period)));
    }
    if (period.matches("(FY)?\\d{4}")) {
      boolean financial = period.startsWith("FY");
      var first =
          YearMonth.of(
              Integer.parseInt(period.substring(financial ? 2 : 0)), financial ? APRIL : 1);
      return Optional.of(new Span(first, first.plusMonths(11)));
    }
    return Optional.empty();
  }

  boolean overlaps(Span other) {
    return !last.isBefore(other.first) && !other.last.isBefore(first);
  }

  boolean wholeYear() {
    return first.plusMonths(11).equals(last);
  }

  /** {@code A}, {@code M} or {@code P}, as observations have it. */
  String freq() {
    if (first.equals(last)) {
      return "M";
    }
    return wholeYear() ? "A" : "P";
  }
}

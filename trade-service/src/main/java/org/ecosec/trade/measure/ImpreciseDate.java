package org.ecosec.trade.measure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.ecosec.platform.problem.Problem;

/** A date as precisely as it is known: {@code 2025}, {@code 2025-05} or {@code 2025-05-01}. */
public record ImpreciseDate(String on, Precision precision) {

  /** Only a DAY starts a countdown. */
  public enum Precision {
    DAY,
    MONTH,
    YEAR
  }

  public ImpreciseDate {
    try {
      firstDay(on, precision);
    } catch (DateTimeException wrong) {
      throw Problem.unprocessable(
          "bad-date", "A date is written as precisely as it says: 2025, 2025-05 or 2025-05-01.");
    }
  }

  /** The earliest day that it can mean. */
  public LocalDate firstDay() {
    return firstDay(on, precision);
  }

  /** The latest day that it can mean. */
  public LocalDate lastDay() {
    return switch (precision) {
      case DAY -> firstDay();
      case MONTH -> firstDay().plusMonths(1).minusDays(1);
      case YEAR -> firstDay().plusYears(1).minusDays(1);
    };
  }

  /** The first month that surely lies after it as a whole; none of a date that is only a year. */
  public Optional<YearMonth> firstWholeMonth() {
    var day = lastDay();
    var month = YearMonth.from(day);
    return precision == Precision.YEAR
        ? Optional.empty()
        : Optional.of(day.getDayOfMonth() == 1 ? month : month.plusMonths(1));
  }

  private static LocalDate firstDay(String on, Precision precision) {
    return switch (precision) {
      case DAY -> LocalDate.parse(on);
      case MONTH -> YearMonth.parse(on).atDay(1);
      case YEAR -> Year.parse(on).atDay(1);
    };
  }
}

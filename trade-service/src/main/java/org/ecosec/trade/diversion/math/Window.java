package org.ecosec.trade.diversion.math;

import static java.time.temporal.ChronoUnit.MONTHS;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The newest months after something happened, at most twelve, and the same months of the last year
 * before it, so that the season is the same on both sides.
 */
public record Window(List<YearMonth> before, List<YearMonth> after) {

  public static final int YEAR = 12;

  public Window {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** {@code since} is the first month after it, {@code end} the last one to look at. */
  public static Window since(YearMonth since, YearMonth end) {
    int months = (int) Math.min(YEAR, since.until(end, MONTHS) + 1);
    if (months < 1) {
      throw new IllegalArgumentException("A window does not end before it starts");
    }
    var after = IntStream.range(0, months).mapToObj(i -> end.minusMonths(months - 1L - i)).toList();
    return new Window(
        after.stream()
            .map(month -> month.minusYears(1 + since.until(month, MONTHS) / YEAR))
            .sorted()
            .toList(),
        after);
  }
}

package org.ecosec.investment.milestone.math;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A date as precisely as it is known: of a month or a year it is the day assumed within it. */
public record Dated(LocalDate on, Precision precision) {

  public static @Nullable Dated of(@Nullable LocalDate on, @Nullable Precision precision) {
    return on == null ? null : new Dated(on, precision == null ? Precision.DAY : precision);
  }

  public LocalDate earliest() {
    return switch (precision) {
      case DAY -> on;
      case MONTH -> on.withDayOfMonth(1);
      case YEAR -> on.withDayOfYear(1);
    };
  }

  public LocalDate latest() {
    return switch (precision) {
      case DAY -> on;
      case MONTH -> on.withDayOfMonth(on.lengthOfMonth());
      case YEAR -> on.withDayOfYear(on.lengthOfYear());
    };
  }
}

package org.ecosec.alerts.signal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Counts of days from or to a date that may be unknown. */
final class Days {

  private Days() {}

  static @Nullable Long since(@Nullable LocalDate date, LocalDate today) {
    return date == null ? null : ChronoUnit.DAYS.between(date, today);
  }

  static @Nullable Long until(@Nullable LocalDate date, LocalDate today) {
    return date == null ? null : ChronoUnit.DAYS.between(today, date);
  }

  static @Nullable String text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }
}

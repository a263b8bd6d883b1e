package org.ecosec.investment.form;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Query parameters that are days. */
public final class Day {

  private Day() {}

  /** A day that is not in the future; null where none is given. */
  public static @Nullable LocalDate past(String name, @Nullable String text, LocalDate today) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      var day = LocalDate.parse(text);
      if (Fields.isPlausible(day) && !day.isAfter(today)) {
        return day;
      }
    } catch (DateTimeException wrong) {
      // Refused below, as a day to come is.
    }
    throw Problem.badRequest("bad-day", name + " takes a day of the past such as 2026-01-31.")
        .at("query:" + name, "is not a day of the past");
  }

  /**
   * The day {@code on} of the figures that was asked for; else that of {@code asOf}; else today.
   */
  public static LocalDate of(@Nullable String on, @Nullable Instant asOf, Clock clock) {
    if (on == null || on.isBlank()) {
      return LocalDate.ofInstant(asOf == null ? clock.instant() : asOf, ZoneOffset.UTC);
    }
    try {
      var day = LocalDate.parse(on);
      if (Fields.isPlausible(day)) {
        return day;
      }
    } catch (DateTimeException wrong) {
      // Refused below, as a day of another age is.
    }
    throw Problem.badRequest("bad-day", "on takes a day such as 2026-01-31.")
        .at("query:on", "is not a day between 1900 and 2200");
  }
}

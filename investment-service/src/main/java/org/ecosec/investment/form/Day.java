package org.ecosec.investment.form;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code on}: the day of the figures. */
public final class Day {

  private Day() {}

  /** The day that was asked for; else that of {@code asOf}; else today. */
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

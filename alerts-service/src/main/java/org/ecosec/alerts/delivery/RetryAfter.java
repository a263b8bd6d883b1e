package org.ecosec.alerts.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Retry-After} in both its forms, bounded: nobody may ask for more than a day.
 */
final class RetryAfter {

  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  static @Nullable Instant parse(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    var asked = instant(header.strip(), now);
    var latest = now.plus(LONGEST);
    return asked != null && asked.isAfter(latest) ? latest : asked;
  }

  private static @Nullable Instant instant(String text, Instant now) {
    if (text.matches("\\d{1,9}")) {
      return now.plusSeconds(Long.parseLong(text));
    }
    try {
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException neitherForm) {
      return null;
    }
  }
}

package org.ecosec.platform.revision;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code asOf}: an RFC 3339 instant, or absent for now. */
public final class AsOf {

  private AsOf() {}

  public static @Nullable Instant parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      var time = OffsetDateTime.parse(text.replace(' ', '+'));
      if (time.getYear() < 0 || time.getYear() > 9999) {
        throw new DateTimeException("RFC 3339 has years of four digits");
      }
      return time.toInstant();
    } catch (DateTimeException wrong) {
      throw Problem.badRequest(
              "bad-as-of", "asOf takes an RFC 3339 instant such as 2026-01-31T12:00:00Z.")
          .at("query:asOf", "is not an instant");
    }
  }
}

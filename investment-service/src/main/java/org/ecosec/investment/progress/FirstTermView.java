package org.ecosec.investment.progress;

import static java.math.MathContext.DECIMAL128;
import static java.math.RoundingMode.HALF_UP;
import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pledge whose end was moved, against the term that it had first: its linear plan there, the
 * schedule performance index, and by how many days the end was moved.
 */
public record FirstTermView(
    LocalDate to, long movedDays, BigDecimal plan, @Nullable BigDecimal spi) {

  static @Nullable FirstTermView of(Standing standing) {
    var first = standing.firstTerm();
    if (first == null) {
      return null;
    }
    var delivery = standing.delivery();
    var spi =
        delivery == null
            ? null
            : standing
                .judgement()
                .firstSpi(delivery.delivered().divide(delivery.goal(), DECIMAL128));
    return new FirstTermView(
        first.to(),
        DAYS.between(first.to(), standing.pledge().to()),
        first.elapsed(standing.on()).setScale(6, HALF_UP),
        spi == null ? null : spi.setScale(6, HALF_UP));
  }
}

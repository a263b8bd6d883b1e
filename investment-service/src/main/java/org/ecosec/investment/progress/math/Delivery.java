package org.ecosec.investment.progress.math;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was delivered of a goal, in one unit; {@code lastOn} is the day of the newest entry. */
public record Delivery(BigDecimal goal, BigDecimal delivered, @Nullable LocalDate lastOn) {

  public Delivery {
    if (goal.signum() <= 0) {
      throw new IllegalArgumentException("A goal is above zero");
    }
  }
}

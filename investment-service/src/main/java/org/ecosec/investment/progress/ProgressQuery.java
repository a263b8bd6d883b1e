package org.ecosec.investment.progress;

import java.math.BigDecimal;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.rate.Money;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a caller adds to the question: a second currency, the yearly rate before the pledge (for the
 * ramp; an assumption of theirs, in the pledged currency), and the seed of the forecast.
 */
record ProgressQuery(String currency, @Nullable BigDecimal pastRatePerYear, long seed) {

  private static final int LONGEST = 40;

  static ProgressQuery of(
      String currency, @Nullable String pastRatePerYear, @Nullable String seed) {
    if (!Money.isCurrency(currency)) {
      throw bad("currency", "takes an ISO 4217 currency in use, such as USD.");
    }
    return new ProgressQuery(currency, rate(pastRatePerYear), seed == null ? 1 : whole(seed));
  }

  private static @Nullable BigDecimal rate(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (text.length() > LONGEST || !text.matches("\\d+(\\.\\d+)?")) {
      throw bad("pastRatePerYear", "takes an amount a year in the pledged currency, 0 or more.");
    }
    var rate = new BigDecimal(text);
    new Fields("bad-filter", "pastRatePerYear takes an amount a year.")
        .number("query:pastRatePerYear", rate, 4)
        .refuse();
    return rate;
  }

  private static long whole(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException wrong) {
      throw bad("seed", "takes a whole number.");
    }
  }

  private static Problem bad(String parameter, String sentence) {
    return Problem.badRequest("bad-filter", parameter + " " + sentence)
        .at("query:" + parameter, "is not such a value");
  }
}

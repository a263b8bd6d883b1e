package org.ecosec.investment.milestone.math;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The product-limit estimate of how late milestones are reached (Kaplan and Meier 1958): what is
 * not reached yet counts as "later than by now" and is not left out.
 */
public final class KaplanMeier {

  /** A delay in days that ended with the milestone reached, or is still growing. */
  public record Delay(long days, boolean reached) {}

  private KaplanMeier() {}

  /**
   * The delay by which a part of all milestones is reached: the first day on which the survival is
   * at most {@code 1 - part}. Null while too many are open to tell.
   */
  public static @Nullable Long quantile(List<Delay> delays, double part) {
    var ordered =
        delays.stream()
            .sorted(Comparator.comparingLong(Delay::days).thenComparing(delay -> !delay.reached()))
            .toList();
    double survival = 1;
    int atRisk = ordered.size();
    for (Delay delay : ordered) {
      if (delay.reached()) {
        survival *= 1 - 1.0 / atRisk;
        if (survival <= 1 - part + 1e-12) {
          return delay.days();
        }
      }
      atRisk--;
    }
    return null;
  }
}

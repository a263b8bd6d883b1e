package org.ecosec.investment.progress.math;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What qualifying flows reach on each ladder. A ladder without any entry is null: nobody reported
 * it, which is not the same as zero.
 */
public record Ladders(
    @Nullable BigDecimal committed, @Nullable BigDecimal disbursed, @Nullable LocalDate lastOn) {

  /** Sums each ladder in the order given. */
  public static Ladders of(List<Flow> flows) {
    return new Ladders(
        sum(flows, Ladder.COMMITTED),
        sum(flows, Ladder.DISBURSED),
        flows.stream().map(Flow::valueDate).max(Comparator.naturalOrder()).orElse(null));
  }

  private static @Nullable BigDecimal sum(List<Flow> flows, Ladder ladder) {
    return flows.stream()
        .filter(flow -> flow.ladder() == ladder)
        .map(Flow::amount)
        .reduce(BigDecimal::add)
        .orElse(null);
  }
}

package org.ecosec.investment.progress.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.investment.progress.math.Ladder.COMMITTED;
import static org.ecosec.investment.progress.math.Ladder.DISBURSED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ecosec.investment.rate.CrossRate;
import org.junit.jupiter.api.Test;

class LaddersTest {

  private static final LocalDate DAY = LocalDate.parse("2025-01-01");

  @Test
  void noEntryIsNoFigure() {
    assertThat(Ladders.of(List.of())).isEqualTo(new Ladders(null, null, null));
    assertThat(Ladders.of(List.of(flow(COMMITTED, 5))).disbursed()).isNull();
  }

  @Test
  void laddersAreNeverSummed() {
    // Whatever is signed, the paid ladder is the same as without it, and the other way round.
    var random = new Random(20_250_829);
    for (int run = 0; run < 500; run++) {
      var flows = new ArrayList<Flow>();
      for (int i = random.nextInt(1, 30); i > 0; i--) {
        var ladder = random.nextBoolean() ? COMMITTED : DISBURSED;
        flows.add(flow(ladder, random.nextLong(-1_000, 1_000)));
      }
      var both = Ladders.of(flows);
      assertThat(both.committed()).isEqualTo(Ladders.of(only(COMMITTED, flows)).committed());
      assertThat(both.disbursed()).isEqualTo(Ladders.of(only(DISBURSED, flows)).disbursed());
    }
  }

  @Test
  void aReversalLeavesTheSumAsIfNeitherWas() {
    var random = new Random(7);
    for (int run = 0; run < 200; run++) {
      var amount = random.nextLong(1, 1_000_000);
      var with = List.of(flow(DISBURSED, 40), flow(DISBURSED, amount), flow(DISBURSED, -amount));
      assertThat(Ladders.of(with).disbursed()).isEqualByComparingTo("40");
    }
  }

  @Test
  void conversionGoesThroughTheDollar() {
    // 147.06 yen and 85 rupees a dollar: 1,000 rupees are 11.76 dollars or 1,730.12 yen.
    var yen =
        CrossRate.convert(new BigDecimal(1_000), new BigDecimal(85), new BigDecimal("147.06"));
    assertThat(yen.doubleValue()).isCloseTo(1_730.117647, within(1e-6));
  }

  private static List<Flow> only(Ladder ladder, List<Flow> flows) {
    return flows.stream().filter(flow -> flow.ladder() == ladder).toList();
  }

  private static Flow flow(Ladder ladder, long amount) {
    return new Flow(ladder, DAY, BigDecimal.valueOf(amount));
  }
}

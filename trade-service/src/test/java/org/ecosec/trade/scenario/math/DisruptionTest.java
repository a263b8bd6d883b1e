package org.ecosec.trade.scenario.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ecosec.trade.scenario.math.Disruption.Cap;
import org.ecosec.trade.scenario.math.Disruption.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hand-worked cases: a year of 365 days, so that amounts of 365 are one a day. */
class DisruptionTest {

  // Half of 730 a year for 100 days: 100 at risk. Stocks of 10 days of imports of 1,095: 30.
  // Need 70. Two others export 730 and 365, a tenth is spare for 80 days: 16 and 8.
  @Test
  void stocksCoverFirstThenOthersSpareThenTheRestIsMissing() {
    var terms = terms("0.5", 100, 20, "0.1");
    var disruption =
        Disruption.of(
            terms,
            List.of(buyer("JPN", "730", "1095", "10")),
            List.of(supplier("AUS", "730"), supplier("PHL", "365")));
    assertThat(disruption.losses())
        .containsExactly(loss("JPN", "100.00", "30.00", "24.00", "46.00"));
    assertThat(disruption.substitutes())
        .containsExactly(
            new Disruption.Substitute("AUS", usd("16.00"), Cap.SPARE_EXPORTS, usd("16.00")),
            new Disruption.Substitute("PHL", usd("8.00"), Cap.SPARE_EXPORTS, usd("8.00")));
  }

  // A tenth of 730 over 80 of 365 days is 16, of 365 it is 8. The first makes 1,095 a year, which
  // is
  // 240 in 80 days; the second makes 18.25, which is 4: 24 are not to be had, 20 are.
  @Test
  void nobodySparesMoreThanItIsKnownToMake() {
    var disruption =
        Disruption.of(
            terms("0.5", 100, 20, "0.1"),
            List.of(buyer("JPN", "730", "1095", "10")),
            List.of(
                new Supplier("AUS", usd("730"), usd("1095")),
                new Supplier("NLD", usd("365"), usd("18.25"))));
    assertThat(disruption.losses())
        .containsExactly(loss("JPN", "100.00", "30.00", "20.00", "50.00"));
    assertThat(disruption.substitutes())
        .containsExactly(
            new Disruption.Substitute("AUS", usd("16.00"), Cap.SPARE_EXPORTS, usd("16.00")),
            new Disruption.Substitute("NLD", usd("4.00"), Cap.KNOWN_PRODUCTION, usd("4.00")));
  }

  // 60 and 30 needed, 30 spare: two thirds of it to the first, as need is.
  @Test
  void tooLittleSpareIsSharedByNeed() {
    var disruption =
        Disruption.of(
            terms("1", 365, 0, "0.5"),
            List.of(buyer("IND", "60", "100", "0"), buyer("JPN", "30", "100", "0")),
            List.of(supplier("AUS", "60")));
    assertThat(disruption.losses())
        .containsExactly(
            loss("IND", "60.00", "0.00", "20.00", "40.00"),
            loss("JPN", "30.00", "0.00", "10.00", "20.00"));
  }

  @Test
  void enoughSpareLeavesNothingMissingAndOnlyWhatIsNeededIsBought() {
    var disruption =
        Disruption.of(
            terms("1", 365, 0, "1"),
            List.of(buyer("IND", "60", "100", "0")),
            List.of(supplier("AUS", "300"), supplier("BRA", "100")));
    assertThat(disruption.losses()).containsExactly(loss("IND", "60.00", "0.00", "60.00", "0.00"));
    assertThat(disruption.substitutes())
        .extracting(Disruption.Substitute::suppliesUsd)
        .containsExactly(usd("45.00"), usd("15.00"));
  }

  @Test
  void nothingArrivesBeforeTheTransitIsOver() {
    var disruption =
        Disruption.of(
            terms("1", 30, 45, "1"),
            List.of(buyer("IND", "365", "365", "0")),
            List.of(supplier("AUS", "3650")));
    assertThat(disruption.losses()).containsExactly(loss("IND", "30.00", "0.00", "0.00", "30.00"));
  }

  // 60 days of stock, a cut of half of a 60 % supplier: 30 % is missing each day, 200 days.
  @Test
  void stocksRunOutOnTheDayThatTheMissingShareUsesThemUp() {
    assertThat(Disruption.stockOutDay(usd("0.5"), buyer("JPN", "60", "100", "60")))
        .hasValue(new BigDecimal("200.0"));
    assertThat(Disruption.stockOutDay(usd("0.5"), buyer("JPN", "0", "100", "60"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void atRiskIsAlwaysCoverAndSubstitutedAndResidualAndNobodySellsMoreThanIsSpare(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      var buyers =
          IntStream.rangeClosed(0, random.nextInt(6))
              .mapToObj(i -> buyer("B" + i, cents(random), cents(random), "" + random.nextInt(90)))
              .toList();
      var suppliers =
          IntStream.range(0, random.nextInt(6))
              .mapToObj(i -> supplier("S" + i, cents(random)))
              .toList();
      var terms =
          terms(
              "0." + (1 + random.nextInt(9)),
              1 + random.nextInt(700),
              random.nextInt(60),
              "0." + random.nextInt(10));
      var disruption = Disruption.of(terms, buyers, suppliers);
      assertThat(disruption.losses()).hasSameSizeAs(buyers);
      for (Loss loss : disruption.losses()) {
        assertThat(loss.coverUsd().add(loss.substitutedUsd()).add(loss.residualUsd()))
            .isEqualByComparingTo(loss.atRiskUsd());
        assertThat(loss.residualUsd()).isNotNegative();
        assertThat(loss.coverUsd()).isBetween(BigDecimal.ZERO, loss.atRiskUsd());
      }
      assertThat(sum(disruption.substitutes().stream().map(Disruption.Substitute::suppliesUsd)))
          .isEqualByComparingTo(sum(disruption.losses().stream().map(Loss::substitutedUsd)));
      assertThat(disruption.substitutes())
          .allMatch(
              other ->
                  other.suppliesUsd().compareTo(other.spareUsd().add(usd("0.01"))) <= 0
                      && other.suppliesUsd().signum() >= 0);
    }
  }

  private static BigDecimal sum(java.util.stream.Stream<BigDecimal> amounts) {
    return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String cents(Random random) {
    return BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), 2).toPlainString();
  }

  private static Terms terms(String cut, int horizon, int transit, String spare) {
    return new Terms(usd(cut), horizon, transit, usd(spare));
  }

  private static Buyer buyer(String economy, String from, String imports, String stockDays) {
    return new Buyer(economy, usd(from), usd(imports), usd(stockDays));
  }

  private static Supplier supplier(String economy, String exports) {
    return new Supplier(economy, usd(exports), null);
  }

  private static Loss loss(
      String economy, String atRisk, String cover, String substituted, String residual) {
    return new Loss(economy, usd(atRisk), usd(cover), usd(substituted), usd(residual));
  }

  private static BigDecimal usd(String amount) {
    return new BigDecimal(amount);
  }
}

package org.ecosec.investment.progress.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.investment.progress.math.ProgressStatus.ANNOUNCED;
import static org.ecosec.investment.progress.math.ProgressStatus.AT_RISK;
import static org.ecosec.investment.progress.math.ProgressStatus.MET;
import static org.ecosec.investment.progress.math.ProgressStatus.MISSED;
import static org.ecosec.investment.progress.math.ProgressStatus.NO_SOURCE;
import static org.ecosec.investment.progress.math.ProgressStatus.OFF_TRACK;
import static org.ecosec.investment.progress.math.ProgressStatus.ON_TRACK;
import static org.ecosec.investment.progress.math.ProgressStatus.TOO_EARLY;
import static org.ecosec.investment.progress.math.ProgressStatus.UNKNOWN_STALE;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * Oracle: worked by hand from the formulas of docs/methods/pledge-progress.md; the ten-year term of
 * 29 August 2025 to 29 August 2035 has 3,652 days.
 */
class PerformanceTest {

  private static final Thresholds THRESHOLDS =
      new Thresholds(new BigDecimal("0.90"), new BigDecimal("0.70"), new BigDecimal("0.05"), 12);
  private static final Term TEN_YEARS = new Term(day("2025-08-29"), day("2035-08-29"));

  @Test
  void aYearAtThePastRateIsTwoFifthsOfThePlan() {
    // USD 2.72 bn in the first year of 68 bn in ten: 0.04 against 365/3652.
    var year = of("68", "2.72", "2026-08-29");
    assertThat(year.progress()).isEqualByComparingTo("0.04");
    assertThat(year.plan()).isEqualByComparingTo("0.099945");
    assertThat(year.spi()).isEqualByComparingTo("0.400219");
    assertThat(year.spi()).isCloseTo(new BigDecimal("0.40"), within(new BigDecimal("0.001")));
    assertThat(year.status()).isEqualTo(OFF_TRACK);
    assertThat(year.reason()).isNull();
  }

  @Test
  void whatIsLeftNeedsMoreThanTheFirstPace() {
    // 65.28 left in 3,287 days = 8.99931554 years: 7.253885 a year, against 6.8 from the start.
    var year = of("68", "2.72", "2026-08-29");
    assertThat(year.requiredRunRatePerYear())
        .isCloseTo(new BigDecimal("7.253885"), within(new BigDecimal("0.000001")));
    assertThat(year.runRatePerYear())
        .isCloseTo(new BigDecimal("2.721863"), within(new BigDecimal("0.000001")));
  }

  @Test
  void atThePastRateItIsDoneInTwentyFifty() {
    // 65.28 / 2.72 = 24 times the 365 days that the first part took: 8,760 days after 2026-08-29.
    assertThat(of("68", "2.72", "2026-08-29").runRateCompletionOn())
        .isEqualTo(day("2026-08-29").plusDays(8_760))
        .isEqualTo(day("2050-08-23"));
  }

  @Test
  void theLinearPlanOfTheFiveTrillionTargetStoodAtThreeQuarters() {
    // 2022-01-01 to 2026-12-31 has 1,825 days, of which 1,336 had gone on 2025-08-29: 73.2 %.
    var term = new Term(day("2022-01-01"), day("2026-12-31"));
    assertThat(term.elapsed(day("2025-08-29")).doubleValue()).isCloseTo(0.732, within(0.0005));
  }

  @Test
  void withoutASourceOnlyThePlanIsKnown() {
    var unknown = Performance.unknown(TEN_YEARS, day("2026-01-15"), "NO_SOURCE");
    assertThat(unknown.status()).isEqualTo(NO_SOURCE);
    assertThat(unknown.reason()).isEqualTo("NO_SOURCE");
    assertThat(unknown.plan()).isEqualByComparingTo("0.038061");
    assertThat(unknown.progress()).isNull();
    assertThat(unknown.spi()).isNull();
    assertThat(unknown.runRatePerYear()).isNull();
    assertThat(unknown.requiredRunRatePerYear()).isNull();
    assertThat(unknown.runRateCompletionOn()).isNull();
  }

  @Test
  void statusesPartAtTheirThresholds() {
    // On 2030-08-29, 1,826 of 3,652 days have gone: exactly half.
    assertThat(status("100", "45", "2030-08-29")).isEqualTo(ON_TRACK);
    assertThat(status("100", "44.99", "2030-08-29")).isEqualTo(AT_RISK);
    assertThat(status("100", "35", "2030-08-29")).isEqualTo(AT_RISK);
    assertThat(status("100", "34.99", "2030-08-29")).isEqualTo(OFF_TRACK);
    assertThat(status("100", "100", "2030-08-29")).isEqualTo(MET);
  }

  @Test
  void nothingIsJudgedBeforeFivePercentOfTheTerm() {
    // 182 of 3,652 days are 4.98 %, 183 are 5.01 %.
    assertThat(status("100", "0.01", "2026-02-27")).isEqualTo(TOO_EARLY);
    assertThat(status("100", "0.01", "2026-02-28")).isEqualTo(OFF_TRACK);
    assertThat(status("100", "100", "2026-02-27")).isEqualTo(MET);
  }

  @Test
  void beforeItsStartAPledgeIsAnnouncedAndHasNoIndex() {
    var before = of("100", "1", "2025-08-28");
    assertThat(before.status()).isEqualTo(ANNOUNCED);
    assertThat(before.spi()).isNull();
    assertThat(before.reason()).isEqualTo("NOT_STARTED");
    assertThat(before.plan()).isEqualByComparingTo("0");
  }

  @Test
  void afterItsEndAPledgeIsMissedOrMet() {
    assertThat(status("100", "99", "2035-08-29")).isEqualTo(ON_TRACK);
    assertThat(status("100", "99", "2035-08-30")).isEqualTo(MISSED);
    assertThat(of("100", "99", "2035-08-30").requiredRunRatePerYear()).isNull();
    assertThat(status("100", "100", "2040-01-01")).isEqualTo(MET);
    assertThat(of("100", "101", "2040-01-01").requiredRunRatePerYear()).isZero();
  }

  @Test
  void aLedgerSilentForAYearSaysNothing() {
    assertThat(silent("2029-08-29", "2030-08-29")).isEqualTo(ON_TRACK);
    assertThat(silent("2029-08-28", "2030-08-29")).isEqualTo(UNKNOWN_STALE);
    assertThat(silent("2035-01-01", "2045-01-01")).isEqualTo(MISSED);
    assertThat(silent("2030-01-01", "2045-01-01")).isEqualTo(UNKNOWN_STALE);
  }

  @Test
  void moneyThatFlowsBackNeverCompletes() {
    var back = of("100", "-1", "2030-08-29");
    assertThat(back.runRateCompletionOn()).isNull();
    assertThat(back.status()).isEqualTo(OFF_TRACK);
    assertThat(of("100", "0.00001", "2030-08-29").runRateCompletionOn()).isNull();
  }

  private static ProgressStatus silent(String lastOn, String on) {
    var delivery = new Delivery(new BigDecimal(100), new BigDecimal(95), day(lastOn));
    return Performance.of(delivery, TEN_YEARS, day(on), THRESHOLDS).status();
  }

  private static ProgressStatus status(String goal, String delivered, String on) {
    return of(goal, delivered, on).status();
  }

  private static Performance of(String goal, String delivered, String on) {
    var last = day(on).isAfter(TEN_YEARS.to()) ? TEN_YEARS.to() : day(on);
    var delivery = new Delivery(new BigDecimal(goal), new BigDecimal(delivered), last);
    return Performance.of(delivery, TEN_YEARS, day(on), THRESHOLDS);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}

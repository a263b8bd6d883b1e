package org.ecosec.investment.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.ecosec.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class RateFileTest {

  private static final String HEADER = "month,country,lcu_per_usd\n";

  @Test
  void aRowIsAMonthACurrencyAndItsUnitsPerDollar() {
    assertThat(RateFile.parse(HEADER + "2025-08-01,Japan,147.06\n").rows())
        .containsExactly(new RateRow(YearMonth.of(2025, 8), "JPY", new BigDecimal("147.06")));
  }

  @Test
  void byteOrderMarkLineEndsColumnOrderAndMoreColumnsDoNotMatter() {
    var file = RateFile.parse("\uFEFFcountry,lcu_per_usd,month,note\r\nIndia,85.2,2025-01,x\r\n");
    assertThat(file.rows()).hasSize(1);
    assertThat(file.rejects()).isEmpty();
  }

  @Test
  void eachBadFieldIsToldWithItsLine() {
    var file =
        RateFile.parse(
            HEADER
                + "2025-01-01,Japan,150\n"
                + "2025-13-01,Japan,150\n"
                + "2025-02-15,Japan,150\n"
                + "2025-03-01,Atlantis,150\n"
                + "2025-03-01,Japan,-1\n"
                + "2025-04-01,Japan,\n"
                + "2025-05-01,Japan,1e3\n"
                + "2025-01,JPY,151\n");
    assertThat(file.read()).isEqualTo(8);
    assertThat(file.rows()).hasSize(1);
    assertThat(file.rejects())
        .extracting(bad -> bad.line() + " " + bad.column() + " " + bad.code())
        .containsExactly(
            "3 month BAD_PERIOD",
            "4 month BAD_PERIOD",
            "5 country UNKNOWN_ECONOMY",
            "6 lcu_per_usd BAD_VALUE",
            "7 lcu_per_usd BAD_VALUE",
            "8 lcu_per_usd BAD_VALUE",
            "9 month DUPLICATE_ROW");
  }

  @Test
  void whatIsNoRateFileIsRefusedWhole() {
    assertRefused("", "empty-file");
    assertRefused(HEADER, "empty-file");
    assertRefused("a,b\n1,2\n", "wrong-header");
    assertRefused(HEADER + "\"2025-01,Japan,1" + "x".repeat(20_000_000), "not-csv");
  }

  private static void assertRefused(String csv, String slug) {
    assertThatThrownBy(() -> RateFile.parse(csv))
        .isInstanceOfSatisfying(
            Problem.class, refusal -> assertThat(refusal.slug()).isEqualTo(slug));
  }
}

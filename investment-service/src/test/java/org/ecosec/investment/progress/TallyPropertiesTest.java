package org.ecosec.investment.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.investment.pledge.Scope;
import org.ecosec.investment.rate.RateTable;
import org.ecosec.investment.transaction.TransactionType;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** What holds of every ledger behind a pledge. */
class TallyPropertiesTest {

  private static final RateTable RATES =
      new RateTable(
          "made-up",
          Map.of(
              "JPY",
              Map.of(
                  YearMonth.of(2024, 1), new BigDecimal("140.5"),
                  YearMonth.of(2024, 2), new BigDecimal("150.25"))));

  @Property(tries = 500)
  void everyTransactionCountsOrSaysWhyNot(@ForAll("ledgers") List<Entry> ledger) {
    var tally = Tally.of(ledger, pledge(), RATES);
    int all = ledger.stream().mapToInt(Entry::transactions).sum();
    int left = tally.notCounted().values().stream().mapToInt(Integer::intValue).sum();
    assertThat(tally.transactions() + left).isEqualTo(all);
  }

  @Property(tries = 500)
  void whatIsDeliveredIsTheSumOfWhatEachTransactionDelivers(@ForAll("ledgers") List<Entry> ledger) {
    var one = BigDecimal.ZERO;
    for (Entry entry : ledger) {
      one = one.add(zeroIfNone(Tally.of(List.of(entry), pledge(), RATES).ladders().disbursed()));
    }
    var together = zeroIfNone(Tally.of(ledger, pledge(), RATES).ladders().disbursed());
    // Each conversion is exact to 34 digits.
    assertThat(together.subtract(one).abs()).isLessThan(new BigDecimal("1e-15"));
  }

  @Property(tries = 500)
  void laddersNeverFlowIntoEachOther(@ForAll("ledgers") List<Entry> ledger) {
    var whole = Tally.of(ledger, pledge(), RATES).ladders();
    var signed =
        ledger.stream().filter(entry -> entry.type() == TransactionType.COMMITMENT).toList();
    var paid = new ArrayList<>(ledger);
    paid.removeAll(signed);
    assertThat(Tally.of(signed, pledge(), RATES).ladders().committed())
        .isEqualTo(whole.committed());
    assertThat(Tally.of(paid, pledge(), RATES).ladders().disbursed()).isEqualTo(whole.disbursed());
  }

  @Property(tries = 500)
  void whatAnotherReportCountsAddsNothing(@ForAll("ledgers") List<Entry> ledger) {
    var before = Tally.of(ledger, pledge(), RATES).ladders();
    var twice = new ArrayList<>(ledger);
    ledger.forEach(
        entry -> {
          twice.add(again(entry, true, entry.covered()));
          twice.add(again(entry, entry.duplicate(), true));
        });
    assertThat(Tally.of(twice, pledge(), RATES).ladders()).isEqualTo(before);
  }

  @Property(tries = 200)
  void aReversalLeavesTheLadderAsItWas(@ForAll("ledgers") List<Entry> ledger) {
    var reversed = new ArrayList<Entry>();
    ledger.forEach(
        entry -> {
          reversed.add(entry);
          reversed.add(negative(entry));
        });
    var ladders = Tally.of(reversed, pledge(), RATES).ladders();
    assertThat(zeroIfNone(ladders.disbursed())).isZero();
    assertThat(zeroIfNone(ladders.committed())).isZero();
  }

  @Provide
  Arbitrary<List<Entry>> ledgers() {
    Arbitrary<Entry> entries =
        Combinators.combine(
                Arbitraries.of(TransactionType.class),
                Arbitraries.of(FinancierScope.class),
                Arbitraries.integers().between(1, 3),
                Arbitraries.bigDecimals()
                    .between(BigDecimal.ONE, new BigDecimal(1_000_000))
                    .ofScale(2),
                Arbitraries.of("JPY", "USD", "XAU"),
                Arbitraries.bigDecimals()
                    .between(new BigDecimal("0.01"), BigDecimal.ONE)
                    .ofScale(2),
                Arbitraries.of(true, false),
                Arbitraries.frequencyOf(
                    net.jqwik.api.Tuple.of(4, Arbitraries.just(false)),
                    net.jqwik.api.Tuple.of(1, Arbitraries.just(true))))
            .as(TallyPropertiesTest::entry);
    return entries.list().ofMaxSize(30);
  }

  private static Entry entry(
      TransactionType type,
      FinancierScope financier,
      int month,
      BigDecimal amount,
      String currency,
      BigDecimal share,
      boolean confirmed,
      boolean set) {
    return new Entry(
        type,
        financier,
        YearMonth.of(2024, month),
        LocalDate.of(2024, month, 5),
        amount,
        currency,
        share,
        set && confirmed,
        set && !confirmed,
        false,
        confirmed,
        HandlingLevel.PUBLIC,
        month);
  }

  private static Entry again(Entry entry, boolean duplicate, boolean covered) {
    return of(entry, entry.amount(), duplicate, covered);
  }

  private static Entry negative(Entry entry) {
    return of(entry, entry.amount().negate(), entry.duplicate(), entry.covered());
  }

  private static Entry of(Entry entry, BigDecimal amount, boolean duplicate, boolean covered) {
    return new Entry(
        entry.type(),
        entry.financier(),
        entry.month(),
        entry.lastOn(),
        amount,
        entry.currency(),
        entry.share(),
        entry.tooEarly(),
        duplicate,
        covered,
        entry.confirmed(),
        entry.handling(),
        entry.transactions());
  }

  private static BigDecimal zeroIfNone(@Nullable BigDecimal sum) {
    return sum == null ? BigDecimal.ZERO : sum;
  }

  private static PledgeView pledge() {
    return new PledgeView(
        "p",
        "A pledge",
        new BigDecimal(1_000_000),
        "JPY",
        Scope.PRIVATE_INVESTMENT,
        null,
        LocalDate.of(2024, 1, 1),
        LocalDate.of(2034, 1, 1),
        LocalDate.of(2024, 1, 1),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        HandlingLevel.PUBLIC,
        null,
        1);
  }
}

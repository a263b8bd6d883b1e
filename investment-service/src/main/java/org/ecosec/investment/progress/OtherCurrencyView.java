package org.ecosec.investment.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.investment.progress.Tally.Counted;
import org.ecosec.investment.progress.math.Ladder;
import org.ecosec.investment.rate.Money;
import org.ecosec.investment.rate.RateBasis;
import org.ecosec.investment.rate.RateTable;
import org.jspecify.annotations.Nullable;

/**
 * The ladders of a pledge in a second currency, once for each way to convert. Progress is measured
 * in the pledged currency alone; {@code fxEffect} is what moving rates made of the disbursed money:
 * at the rates of the value dates less at the rate of the pledge.
 */
public record OtherCurrencyView(
    String currency,
    String rateSet,
    LocalDate pledgedOn,
    @Schema(examples = "147.4786") @Nullable BigDecimal pledgeDateRate,
    @Nullable BigDecimal pledged,
    List<Converted> converted,
    @Nullable BigDecimal fxEffect,
    @Schema(examples = "NO_RATE") @Nullable String reason) {

  /** The ladders at one basis; null with a reason where a flow has no such rate. */
  public record Converted(
      RateBasis basis,
      @Nullable BigDecimal committed,
      @Nullable BigDecimal disbursed,
      @Schema(examples = "NO_RATE") @Nullable String reason) {}

  static OtherCurrencyView of(PledgeView pledge, Tally tally, RateTable rates, String currency) {
    var month = YearMonth.from(pledge.pledgedOn());
    var pledged = rates.convert(pledge.amount(), pledge.currency(), currency, month);
    var converted =
        Arrays.stream(RateBasis.values())
            .map(basis -> converted(basis, pledge, tally, rates, currency))
            .toList();
    var spot = disbursed(converted, RateBasis.VALUE_DATE_SPOT);
    var constant = disbursed(converted, RateBasis.PLEDGE_DATE_CONSTANT);
    return new OtherCurrencyView(
        currency,
        rates.rateSet(),
        pledge.pledgedOn(),
        rate(rates, pledge.currency(), currency, month),
        Money.rounded(pledged, currency),
        converted,
        spot == null || constant == null ? null : spot.subtract(constant),
        pledged == null ? "NO_RATE" : null);
  }

  private static @Nullable BigDecimal disbursed(List<Converted> converted, RateBasis basis) {
    return converted.stream()
        .filter(one -> one.basis() == basis)
        .findFirst()
        .map(Converted::disbursed)
        .orElse(null);
  }

  private static Converted converted(
      RateBasis basis, PledgeView pledge, Tally tally, RateTable rates, String currency) {
    if (tally.lacksARate()) {
      return new Converted(basis, null, null, "NO_RATE");
    }
    var lacking =
        tally.flows().stream().anyMatch(flow -> of(flow, basis, pledge, rates, currency) == null);
    if (lacking) {
      boolean annual = basis == RateBasis.ANNUAL_AVERAGE;
      return new Converted(basis, null, null, annual ? "YEAR_NOT_COMPLETE" : "NO_RATE");
    }
    return new Converted(
        basis,
        sum(tally, Ladder.COMMITTED, basis, pledge, rates, currency),
        sum(tally, Ladder.DISBURSED, basis, pledge, rates, currency),
        tally.flows().isEmpty() ? "NO_SOURCE" : null);
  }

  private static @Nullable BigDecimal sum(
      Tally tally,
      Ladder ladder,
      RateBasis basis,
      PledgeView pledge,
      RateTable rates,
      String currency) {
    BigDecimal sum = null;
    for (Counted flow : tally.flows()) {
      var amount = of(flow, basis, pledge, rates, currency);
      if (flow.ladder() == ladder && amount != null) {
        sum = sum == null ? amount : sum.add(amount);
      }
    }
    return Money.rounded(sum, currency);
  }

  private static @Nullable BigDecimal of(
      Counted flow, RateBasis basis, PledgeView pledge, RateTable rates, String currency) {
    var entry = flow.entry();
    return switch (basis) {
      case VALUE_DATE_SPOT -> rates.convert(flow.part(), entry.currency(), currency, entry.month());
      case ANNUAL_AVERAGE ->
          rates.convertAnnual(flow.part(), entry.currency(), currency, entry.month().getYear());
      case PLEDGE_DATE_CONSTANT ->
          rates.convert(
              flow.pledged(), pledge.currency(), currency, YearMonth.from(pledge.pledgedOn()));
    };
  }

  /** Units of the pledged currency for one of the other, as people quote it. */
  private static @Nullable BigDecimal rate(
      RateTable rates, String pledged, String other, YearMonth month) {
    var one = rates.convert(BigDecimal.ONE, other, pledged, month);
    return one == null ? null : one.round(MathContext.DECIMAL64).stripTrailingZeros();
  }
}

package org.ecosec.investment.progress;

import static java.math.MathContext.DECIMAL128;
import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.investment.pledge.Relation;
import org.ecosec.investment.pledge.Statement;
import org.ecosec.investment.progress.ComparisonView.Basis;
import org.ecosec.investment.progress.ComparisonView.Pair;
import org.ecosec.investment.progress.ComparisonView.Quote;
import org.ecosec.investment.progress.ComparisonView.Ratio;
import org.ecosec.investment.progress.ComparisonView.Side;
import org.ecosec.investment.rate.Money;
import org.jspecify.annotations.Nullable;

/** Sets pledges side by side in one currency, the earliest first. */
record Comparison(List<Known> known, String currency) {

  private static final BigDecimal PLAUSIBLE = new BigDecimal("0.2");
  private static final String DIFFER = "SCOPES_DIFFER";

  /** What is known of one pledge. */
  record Known(Standing standing, List<Statement> said) {

    PledgeView pledge() {
      return standing.pledge();
    }
  }

  Comparison {
    known =
        known.stream().sorted(Comparator.comparing((Known one) -> one.pledge().from())).toList();
  }

  boolean comparable() {
    return known.stream().map(one -> one.pledge().scope()).distinct().count() == 1;
  }

  List<Side> sides() {
    return known.stream().map(this::side).toList();
  }

  List<Pair> pairs() {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < known.size(); i++) {
      for (int j = i + 1; j < known.size(); j++) {
        pairs.add(pair(known.get(i), known.get(j)));
      }
    }
    return pairs;
  }

  private Side side(Known one) {
    var pledge = one.pledge();
    var figures = one.standing().figures();
    return new Side(
        pledge.id(),
        pledge.title(),
        pledge.scope(),
        new Money(pledge.amount(), pledge.currency()),
        pledge.from(),
        pledge.to(),
        Objects.requireNonNull(Money.rounded(perYear(one), pledge.currency())),
        one.said().stream()
            .filter(said -> !pledge.currency().equals(said.quotedCurrency()))
            .map(said -> quote(one, said))
            .filter(Objects::nonNull)
            .toList(),
        comparable() ? figures.progress() : null,
        comparable() ? figures.spi() : null,
        comparable() ? figures.reason() : DIFFER);
  }

  private static @Nullable Quote quote(Known one, Statement said) {
    var amount = said.quotedAmount();
    var quoted = said.quotedCurrency();
    if (amount == null || quoted == null) {
      return null;
    }
    var pledge = one.pledge();
    var implied = pledge.amount().divide(amount, MathContext.DECIMAL64);
    var rate =
        one.standing()
            .rates()
            .convert(BigDecimal.ONE, quoted, pledge.currency(), YearMonth.from(pledge.pledgedOn()));
    return new Quote(
        new Money(amount, quoted),
        said.publisher(),
        implied.setScale(4, HALF_UP),
        rate == null ? null : rate.setScale(4, HALF_UP),
        rate != null && implied.subtract(rate).abs().compareTo(rate.multiply(PLAUSIBLE)) > 0);
  }

  private Pair pair(Known earlier, Known later) {
    boolean same = earlier.pledge().scope() == later.pledge().scope();
    var relation = Relation.of(later.pledge(), earlier.pledge());
    long days = Relation.sharedDays(earlier.pledge(), later.pledge());
    return new Pair(
        earlier.pledge().id(),
        later.pledge().id(),
        same,
        same ? null : DIFFER,
        relation == null ? null : relation.relation(),
        days,
        days > 0 && relation == null ? "OVERLAP_NOT_DECLARED" : null,
        List.of(
            asPledged(Basis.AS_PLEDGED, earlier, later),
            asPledged(Basis.AS_PLEDGED_PER_YEAR, earlier, later),
            asQuoted(earlier, later),
            converted(Basis.PLEDGE_DATE_CONSTANT, earlier, later),
            converted(Basis.ANNUAL_AVERAGE, earlier, later)));
  }

  private static Ratio asPledged(Basis basis, Known earlier, Known later) {
    var pledged = earlier.pledge().currency();
    if (!pledged.equals(later.pledge().currency())) {
      return new Ratio(basis, null, null, null, null, null, "CURRENCIES_DIFFER");
    }
    boolean whole = basis == Basis.AS_PLEDGED;
    return ratio(
        basis,
        pledged,
        null,
        whole ? earlier.pledge().amount() : perYear(earlier),
        whole ? later.pledge().amount() : perYear(later),
        "");
  }

  private Ratio asQuoted(Known earlier, Known later) {
    return ratio(Basis.AS_QUOTED, currency, null, quoted(earlier), quoted(later), "NO_QUOTE");
  }

  /** The first wording that gives the whole amount in the currency, or the pledge itself. */
  private @Nullable BigDecimal quoted(Known one) {
    return one.pledge().currency().equals(currency)
        ? one.pledge().amount()
        : one.said().stream()
            .filter(said -> currency.equals(said.quotedCurrency()))
            .map(Statement::quotedAmount)
            .findFirst()
            .orElse(null);
  }

  private Ratio converted(Basis basis, Known earlier, Known later) {
    return ratio(
        basis,
        currency,
        earlier.standing().rates().rateSet(),
        converted(basis, earlier),
        converted(basis, later),
        basis == Basis.ANNUAL_AVERAGE ? "YEAR_NOT_COMPLETE" : "NO_RATE");
  }

  private @Nullable BigDecimal converted(Basis basis, Known one) {
    var pledge = one.pledge();
    var rates = one.standing().rates();
    var on = YearMonth.from(pledge.pledgedOn());
    return basis == Basis.ANNUAL_AVERAGE
        ? rates.convertAnnual(pledge.amount(), pledge.currency(), currency, on.getYear())
        : rates.convert(pledge.amount(), pledge.currency(), currency, on);
  }

  private static Ratio ratio(
      Basis basis,
      String currency,
      @Nullable String rateSet,
      @Nullable BigDecimal earlier,
      @Nullable BigDecimal later,
      String lacking) {
    var ratio =
        earlier == null || later == null
            ? null
            : later.divide(earlier, DECIMAL128).setScale(6, HALF_UP);
    return new Ratio(
        basis,
        currency,
        rateSet,
        Money.rounded(earlier, currency),
        Money.rounded(later, currency),
        ratio,
        ratio == null ? lacking : null);
  }

  private static BigDecimal perYear(Known one) {
    return one.pledge().amount().divide(one.standing().term().years(), DECIMAL128);
  }
}

package org.ecosec.investment.progress;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ecosec.investment.form.Handlings;
import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.investment.progress.math.Flow;
import org.ecosec.investment.progress.math.Ladder;
import org.ecosec.investment.progress.math.Ladders;
import org.ecosec.investment.rate.RateTable;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * What the transactions behind a pledge come to: the ladders, what counted, and how many did not
 * count and why.
 */
record Tally(
    Ladders ladders,
    List<Counted> flows,
    Map<Qualification, Integer> notCounted,
    HandlingLevel handling) {

  /** The allocated part of entries that count, in their own and in the pledged currency. */
  record Counted(Entry entry, BigDecimal part, BigDecimal pledged) {

    Ladder ladder() {
      return Objects.requireNonNull(Qualification.ladder(entry));
    }
  }

  static Tally of(List<Entry> entries, PledgeView pledge, RateTable rates) {
    var notCounted = new EnumMap<Qualification, Integer>(Qualification.class);
    var counted = new ArrayList<Counted>();
    for (Entry entry : entries) {
      var qualification = Qualification.of(entry, pledge, rates);
      if (qualification == Qualification.COUNTED) {
        counted.add(counted(entry, pledge, rates));
      } else {
        notCounted.merge(qualification, entry.transactions(), Integer::sum);
      }
    }
    var flows =
        counted.stream()
            .map(flow -> new Flow(flow.ladder(), flow.entry().lastOn(), flow.pledged()))
            .toList();
    return new Tally(
        Ladders.of(flows),
        counted,
        notCounted,
        counted.stream()
            .map(flow -> flow.entry().handling())
            .reduce(pledge.handling(), Handlings::stricter));
  }

  boolean lacksARate() {
    return notCounted.containsKey(Qualification.NO_RATE);
  }

  int transactions() {
    return flows.stream().mapToInt(flow -> flow.entry().transactions()).sum();
  }

  /** What of the disbursed ladder rests on allocations that a side has confirmed. */
  @Nullable BigDecimal disbursedConfirmed() {
    return flows.stream()
        .filter(flow -> flow.ladder() == Ladder.DISBURSED && flow.entry().confirmed())
        .map(Counted::pledged)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  /** Disbursed by month, in the pledged currency; months without any are absent. */
  Map<YearMonth, BigDecimal> disbursedByMonth() {
    var months = new TreeMap<YearMonth, BigDecimal>();
    flows.stream()
        .filter(flow -> flow.ladder() == Ladder.DISBURSED)
        .forEach(flow -> months.merge(flow.entry().month(), flow.pledged(), BigDecimal::add));
    return months;
  }

  private static Counted counted(Entry entry, PledgeView pledge, RateTable rates) {
    var part = entry.amount().multiply(entry.share(), DECIMAL128);
    return new Counted(
        entry,
        part,
        Objects.requireNonNull(
            rates.convert(part, entry.currency(), pledge.currency(), entry.month())));
  }
}

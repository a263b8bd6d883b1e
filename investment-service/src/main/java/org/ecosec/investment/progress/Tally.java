package org.ecosec.investment.progress;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ecosec.investment.form.Handlings;
import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.investment.progress.math.CrossRate;
import org.ecosec.investment.progress.math.Flow;
import org.ecosec.investment.progress.math.Ladders;
import org.ecosec.platform.security.HandlingLevel;

/**
 * What the transactions behind a pledge come to: the ladders, and how many did not count and why.
 */
record Tally(
    Ladders ladders, int counted, Map<Qualification, Integer> notCounted, HandlingLevel handling) {

  static Tally of(List<Entry> entries, PledgeView pledge) {
    var notCounted = new EnumMap<Qualification, Integer>(Qualification.class);
    entries.stream()
        .map(entry -> Qualification.of(entry, pledge))
        .filter(qualification -> qualification != Qualification.COUNTED)
        .forEach(reason -> notCounted.merge(reason, 1, Integer::sum));
    var counted =
        entries.stream()
            .filter(entry -> Qualification.of(entry, pledge) == Qualification.COUNTED)
            .toList();
    return new Tally(
        Ladders.of(counted.stream().map(entry -> flow(entry, pledge)).toList()),
        counted.size(),
        notCounted,
        counted.stream().map(Entry::handling).reduce(pledge.handling(), Handlings::stricter));
  }

  boolean lacksARate() {
    return notCounted.containsKey(Qualification.NO_RATE);
  }

  private static Flow flow(Entry entry, PledgeView pledge) {
    var part = entry.amount().multiply(entry.share(), DECIMAL128);
    return new Flow(
        Objects.requireNonNull(Qualification.ladder(entry)),
        entry.valueDate(),
        entry.currency().equals(pledge.currency()) ? part : converted(entry, part));
  }

  private static BigDecimal converted(Entry entry, BigDecimal part) {
    return CrossRate.convert(
        part,
        Objects.requireNonNull(entry.perUsd()),
        Objects.requireNonNull(entry.pledgedPerUsd()));
  }
}

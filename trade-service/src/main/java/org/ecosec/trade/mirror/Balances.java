package org.ecosec.trade.mirror;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecosec.trade.mirror.BalanceView.Comparison;
import org.ecosec.trade.mirror.BalanceView.SideView;
import org.jspecify.annotations.Nullable;

/** Puts together what two sides report of their trade, and what has been published of it. */
@ApplicationScoped
class Balances {

  private static final int MONTHS = 12;

  private final PairFlows flows;
  private final TradeStatements statements;

  Balances(PairFlows flows, TradeStatements statements) {
    this.flows = flows;
    this.statements = statements;
  }

  /** Two economies, all goods or one product; from the first one's point of view. */
  record Pair(String reporter, String partner, @Nullable String product) {}

  /** Every period of which a side reports or a statement speaks, by frequency and period. */
  List<BalanceView> of(Pair pair, long revision) {
    var reported = flows.of(pair.reporter(), pair.partner(), pair.product(), revision);
    var sides = new TreeMap<String, List<SideView>>();
    for (String side : List.of(pair.reporter(), pair.partner())) {
      for (SideView view : ReportedSides.of(side, reported)) {
        sides.computeIfAbsent(view.period(), period -> new ArrayList<>()).add(view);
      }
    }
    var quoted = new TreeMap<String, List<TradeStatement>>();
    if (pair.product() == null) {
      for (TradeStatement statement : statements.of(pair.reporter(), pair.partner())) {
        quoted.computeIfAbsent(statement.period(), period -> new ArrayList<>()).add(statement);
        sides.computeIfAbsent(statement.period(), period -> new ArrayList<>());
      }
    }
    return sides.keySet().stream()
        .map(period -> view(pair, period, sides, quoted.getOrDefault(period, List.of())))
        .toList();
  }

  private static BalanceView view(
      Pair pair,
      String period,
      Map<String, List<SideView>> sides,
      List<TradeStatement> statements) {
    var own = sides.getOrDefault(period, List.of());
    var span = Span.of(period);
    var beside = own.isEmpty() ? overlapping(span, sides) : List.<SideView>of();
    return new BalanceView(
        pair.reporter(),
        pair.partner(),
        pair.product() == null ? "TOTAL" : pair.product(),
        span.map(Span::freq).orElse("P"),
        period,
        own,
        statements,
        beside,
        comparison(own, statements, beside),
        BalanceView.METHOD,
        own.stream().mapToLong(SideView::revision).max().orElse(0));
  }

  // Years beside a year that nobody reports, in which at least half of it lies; a part of a year
  // stands beside none.
  private static List<SideView> overlapping(
      Optional<Span> span, Map<String, List<SideView>> sides) {
    if (span.filter(Span::wholeYear).isEmpty()) {
      return List.of();
    }
    var middle = span.get().first().plusMonths(MONTHS / 2 - 1L);
    return sides.values().stream()
        .flatMap(List::stream)
        .filter(
            side ->
                Span.of(side.period())
                    .filter(Span::wholeYear)
                    .filter(other -> other.overlaps(span.get()))
                    .filter(other -> other.overlaps(new Span(middle, middle)))
                    .isPresent())
        .toList();
  }

  private static Comparison comparison(
      List<SideView> own, List<TradeStatement> statements, List<SideView> beside) {
    if (own.size() == 2) {
      return new Comparison(
          true,
          "SAME_PERIOD",
          "Both sides report the period. Imports hold freight and insurance where valued CIF; the"
              + " sides are shown as they are.");
    }
    if (!statements.isEmpty() && own.isEmpty()) {
      return new Comparison(
          false,
          beside.isEmpty() ? "NO_SOURCE" : "DIFFERENT_PERIOD",
          beside.isEmpty()
              ? "No loaded file covers the period: the statement stands alone."
              : "No loaded file covers the period of the statement; what stands beside it is a"
                  + " side's own report of another period, converted at that year's rate.");
    }
    return new Comparison(
        false, "ONE_SIDE_ONLY", "Only one side reports the period: its mirror is not known.");
  }
}

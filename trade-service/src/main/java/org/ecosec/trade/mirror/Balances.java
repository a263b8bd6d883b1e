package org.ecosec.trade.mirror;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecosec.trade.mirror.BalanceView.Comparison;
import org.ecosec.trade.mirror.BalanceView.SideView;
import org.ecosec.trade.mirror.PairFlows.PairFlow;
import org.ecosec.trade.observation.Flow;
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
      for (SideView view : sides(side, reported)) {
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

  // Years beside a year that nobody reports, in which at least half of it lies.
  private static List<SideView> overlapping(
      Optional<Span> span, Map<String, List<SideView>> sides) {
    if (span.isEmpty()) {
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

  /** A side's reports by period; a year that it does not report is the sum of all its months. */
  private static List<SideView> sides(String reporter, List<PairFlow> reported) {
    var flows = reported.stream().filter(flow -> flow.reporter().equals(reporter)).toList();
    var periods = new TreeMap<String, List<PairFlow>>();
    flows.forEach(flow -> periods.computeIfAbsent(flow.period(), key -> list()).add(flow));
    var sides = new ArrayList<SideView>();
    periods.values().forEach(ofPeriod -> sides.add(side(ofPeriod, false)));
    for (Map.Entry<String, List<PairFlow>> year : years(flows).entrySet()) {
      if (!periods.containsKey(year.getKey())) {
        sides.add(side(year.getValue(), true));
      }
    }
    return sides;
  }

  private static List<PairFlow> list() {
    return new ArrayList<>();
  }

  // Calendar and financial years of which every month is reported, by flow.
  private static Map<String, List<PairFlow>> years(List<PairFlow> flows) {
    var byMonth = new TreeMap<String, PairFlow>();
    flows.stream()
        .filter(flow -> flow.freq().equals("M"))
        .forEach(flow -> byMonth.put(flow.flow() + " " + flow.period(), flow));
    var years = new TreeMap<String, List<PairFlow>>();
    for (PairFlow first : byMonth.values()) {
      var month = YearMonth.parse(first.period());
      if (month.getMonthValue() == 1 || month.getMonthValue() == 4) {
        var period = (month.getMonthValue() == 1 ? "" : "FY") + month.getYear();
        sum(first, month, period, byMonth)
            .ifPresent(sum -> years.computeIfAbsent(period, key -> list()).add(sum));
      }
    }
    return years;
  }

  private static Optional<PairFlow> sum(
      PairFlow first, YearMonth from, String period, Map<String, PairFlow> byMonth) {
    var sum = BigDecimal.ZERO;
    long revision = 0;
    for (int i = 0; i < MONTHS; i++) {
      var month = byMonth.get(first.flow() + " " + from.plusMonths(i));
      if (month == null || !month.source().equals(first.source())) {
        return Optional.empty();
      }
      sum = sum.add(month.valueUsd());
      revision = Math.max(revision, month.revision());
    }
    return Optional.of(
        new PairFlow(
            first.reporter(),
            first.partner(),
            first.flow(),
            first.source(),
            first.classification(),
            first.product(),
            "A",
            period,
            sum,
            first.valuation(),
            revision));
  }

  private static SideView side(List<PairFlow> flows, boolean sumOfMonths) {
    var any = flows.getFirst();
    var exports = find(flows, Flow.EXPORT);
    var imports = find(flows, Flow.IMPORT);
    return new SideView(
        any.reporter(),
        any.partner(),
        any.period(),
        exports == null ? null : exports.valueUsd(),
        imports == null ? null : imports.valueUsd(),
        exports == null || imports == null ? null : exports.valueUsd().subtract(imports.valueUsd()),
        exports == null ? null : exports.valuation(),
        imports == null ? null : imports.valuation(),
        missing(exports, imports),
        any.classification(),
        any.product(),
        any.source(),
        sumOfMonths,
        flows.stream().mapToLong(PairFlow::revision).max().orElse(0));
  }

  private static @Nullable PairFlow find(List<PairFlow> flows, Flow wanted) {
    return flows.stream().filter(flow -> flow.flow() == wanted).findFirst().orElse(null);
  }

  private static @Nullable String missing(@Nullable PairFlow exports, @Nullable PairFlow imports) {
    if (exports == null) {
      return "NO_EXPORT_REPORT";
    }
    return imports == null ? "NO_IMPORT_REPORT" : null;
  }
}

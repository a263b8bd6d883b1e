package org.ecosec.trade.mirror;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecosec.trade.mirror.BalanceView.SideView;
import org.ecosec.trade.mirror.PairFlows.PairFlow;
import org.ecosec.trade.observation.Flow;
import org.jspecify.annotations.Nullable;

/** What one side reports of its trade with another, by period. */
final class ReportedSides {

  private static final int MONTHS = 12;

  private ReportedSides() {}

  /** A side's reports by period; a year that it does not report is the sum of all its months. */
  static List<SideView> of(String reporter, List<PairFlow> reported) {
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

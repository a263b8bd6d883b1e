package org.ecosec.trade.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.scenario.ScenarioResult.Total;
import org.ecosec.trade.scenario.ScenarioResult.TotalOutcome;
import org.jspecify.annotations.Nullable;

/** Two runs side by side: which assumptions differ, and what each means for each importer. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ScenarioComparison(
    UUID first, UUID second, List<String> differences, boolean sameRevision, List<Pair> importers) {

  /** An importer's totals in both; null where a run does not touch it. */
  public record Pair(
      String importer,
      @Nullable BigDecimal firstAtRiskUsd,
      @Nullable BigDecimal secondAtRiskUsd,
      List<TotalOutcome> firstOutcomes,
      List<TotalOutcome> secondOutcomes) {}

  static ScenarioComparison of(Scenario first, Scenario second) {
    var left = totals(first);
    var right = totals(second);
    var names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    return new ScenarioComparison(
        first.id(),
        second.id(),
        differences(first, second),
        first.revision() == second.revision(),
        names.stream().map(name -> pair(name, left.get(name), right.get(name))).toList());
  }

  private static Pair pair(String importer, @Nullable Total left, @Nullable Total right) {
    return new Pair(
        importer,
        left == null ? null : left.atRiskUsd(),
        right == null ? null : right.atRiskUsd(),
        left == null ? List.of() : left.outcomes(),
        right == null ? List.of() : right.outcomes());
  }

  private static Map<String, Total> totals(Scenario scenario) {
    var result = scenario.result();
    if (result == null) {
      throw Problem.conflict(
          "scenario-without-result",
          "Scenario " + scenario.id() + " has no result; compare it once it is COMPLETED.");
    }
    return result.importers().stream()
        .collect(Collectors.toMap(Total::importer, Function.identity()));
  }

  private static List<String> differences(Scenario first, Scenario second) {
    var differing = new ArrayList<String>();
    var a = first.assumptions();
    var b = second.assumptions();
    note(differing, "imposer", a.imposer(), b.imposer());
    note(differing, "classification", a.classification(), b.classification());
    note(differing, "products", a.products(), b.products());
    note(differing, "targets", a.targets(), b.targets());
    note(differing, "cut", plain(a.cut()), plain(b.cut()));
    note(differing, "horizonDays", a.horizonDays(), b.horizonDays());
    note(differing, "transitDays", a.transitDays(), b.transitDays());
    note(differing, "spareShares", a.spareShares(), b.spareShares());
    note(differing, "stockDays", plain(a.stockDays()), plain(b.stockDays()));
    note(differing, "stockDaysByProduct", a.stockDaysByProduct(), b.stockDaysByProduct());
    note(differing, "excludedSuppliers", a.excludedSuppliers(), b.excludedSuppliers());
    note(differing, "baselinePeriod", period(first), period(second));
    return differing;
  }

  private static @Nullable String period(Scenario scenario) {
    var result = scenario.result();
    return result == null ? null : result.baselinePeriod();
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }

  private static void note(
      List<String> differing, String name, @Nullable Object a, @Nullable Object b) {
    if (!Objects.equals(a, b)) {
      differing.add(name);
    }
  }
}

package org.ecosec.trade.diversion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.anomaly.MonthlySeries;
import org.ecosec.trade.anomaly.ProductSeries;
import org.ecosec.trade.anomaly.SeriesGroup;
import org.ecosec.trade.anomaly.math.UnitValueDetector;
import org.ecosec.trade.diversion.math.MirrorGap;
import org.ecosec.trade.observation.Flow;
import org.ecosec.trade.reference.Economies;

/**
 * What the months say beside the triangle: the mirror gap into the hub, and unit values out of it.
 */
@ApplicationScoped
class HubMonths {

  private final Database database;
  private final MonthlySeries series;
  private final Economies economies;

  HubMonths(Database database, MonthlySeries series, Economies economies) {
    this.database = database;
    this.series = series;
    this.economies = economies;
  }

  /** Absent where no source has the months. */
  record Signs(OptionalDouble gap, OptionalDouble gapZ, OptionalDouble unitValueZ) {}

  /** A flow's months up to the last one that the question is about. */
  private record Months(YearMonth start, ProductSeries.Flow flow, int length) {

    double value(YearMonth month) {
      return flow.valueUsd()[(int) ChronoUnit.MONTHS.between(start, month)];
    }

    YearMonth end() {
      return start.plusMonths(length - 1L);
    }
  }

  Signs signs(Question question, String hub) {
    if (!question.freq().equals("M")) {
      return new Signs(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }
    var out = months(question, question.origin(), Flow.EXPORT, hub);
    var in = months(question, hub, Flow.IMPORT, question.origin());
    var gap = out.flatMap(left -> in.flatMap(right -> gap(left, right)));
    var sold =
        months(question, question.market(), Flow.IMPORT, hub)
            .or(() -> months(question, hub, Flow.EXPORT, question.market()));
    return new Signs(
        gap.map(found -> OptionalDouble.of(found.gap())).orElse(OptionalDouble.empty()),
        gap.map(found -> OptionalDouble.of(found.z())).orElse(OptionalDouble.empty()),
        sold.map(HubMonths::unitValueZ).orElse(OptionalDouble.empty()));
  }

  private static Optional<MirrorGap> gap(Months out, Months in) {
    var start = out.start().isAfter(in.start()) ? out.start() : in.start();
    var end = out.end().isBefore(in.end()) ? out.end() : in.end();
    int months = (int) ChronoUnit.MONTHS.between(start, end) + 1;
    if (months < 1) {
      return Optional.empty();
    }
    var exports = new double[months];
    var imports = new double[months];
    Arrays.setAll(exports, t -> out.value(start.plusMonths(t)));
    Arrays.setAll(imports, t -> in.value(start.plusMonths(t)));
    return MirrorGap.of(exports, imports);
  }

  /** The most unusual unit value of the last twelve months. */
  private static OptionalDouble unitValueZ(Months sold) {
    var unitValues = new double[sold.length()];
    var value = sold.flow().valueUsd();
    var weight = sold.flow().netWeightKg();
    Arrays.setAll(
        unitValues, t -> value[t] > 0 && weight[t] > 0 ? value[t] / weight[t] : Double.NaN);
    var scores = new UnitValueDetector().score(unitValues);
    OptionalDouble most = OptionalDouble.empty();
    for (int t = Math.max(0, sold.length() - 12); t < sold.length(); t++) {
      if (scores.scored(t) && Math.abs(scores.z(t)) >= Math.abs(most.orElse(0))) {
        most = OptionalDouble.of(scores.z(t));
      }
    }
    return most;
  }

  private Optional<Months> months(Question question, String reporter, Flow flow, String partner) {
    var last = YearMonth.parse(question.after().getLast());
    return database
        .list(
            """
            select distinct source from slice where reporter = ? and flow = ? and classification = ?
              and freq = 'M' order by source
            """,
            row -> row.getString(1),
            reporter,
            flow,
            question.classification())
        .stream()
        .flatMap(
            source ->
                series
                    .one(
                        new SeriesGroup(source, reporter, flow, question.classification()),
                        question.product(),
                        question.revision())
                    .stream())
        .flatMap(
            found ->
                Optional.ofNullable(found.flows(reporter, economies).get(partner)).stream()
                    .map(months -> new Months(found.start(), months, length(found, last))))
        .filter(months -> months.length() > 0)
        .findFirst();
  }

  private static int length(ProductSeries found, YearMonth last) {
    return (int) Math.min(found.months(), ChronoUnit.MONTHS.between(found.start(), last) + 1);
  }
}

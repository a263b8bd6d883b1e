package org.ecosec.trade.diversion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.trade.diversion.WatchedTriangle.Because;
import org.ecosec.trade.diversion.WatchedTriangle.Ends;
import org.ecosec.trade.measure.Measure;
import org.ecosec.trade.measure.MeasuresInForce;
import org.ecosec.trade.measure.MeasuresInForce.HeldBack;
import org.ecosec.trade.register.Register;

/** Which triangles are watched: those of the measures in force, and those that a steward keeps. */
@ApplicationScoped
class TriangleWatch {

  private final MeasuresInForce measures;
  private final Register register;
  private final Revisions revisions;
  private final Clock clock;

  TriangleWatch(MeasuresInForce measures, Register register, Revisions revisions, Clock clock) {
    this.measures = measures;
    this.register = register;
    this.revisions = revisions;
    this.clock = clock;
  }

  /** A product of which months arrived. */
  record Traded(String classification, String product) {}

  /** The watched triangles of some products. */
  List<WatchedTriangle> of(Collection<Traded> products) {
    var found = new LinkedHashMap<Ends, List<Because>>();
    var inForce = measures.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    var kept = register.at(DiversionWatch.KIND, revisions.current());
    for (Traded traded : products) {
      inForce.stream()
          .filter(held -> held.codes().stream().anyMatch(code -> names(code, traded)))
          .forEach(held -> add(found, held, traded));
      kept.stream()
          .filter(watch -> !watch.ended())
          .filter(
              watch ->
                  watch.classification().equals(traded.classification())
                      && watch.product().equals(traded.product()))
          .forEach(
              watch ->
                  add(
                      found,
                      new Ends(
                          watch.origin(),
                          watch.market(),
                          traded.classification(),
                          traded.product()),
                      new Because(YearMonth.parse(watch.since()), null, watch.hub())));
    }
    return found.entrySet().stream()
        .map(entry -> new WatchedTriangle(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static void add(Map<Ends, List<Because>> found, HeldBack held, Traded traded) {
    for (String origin : held.origins()) {
      for (String market : held.markets()) {
        add(
            found,
            new Ends(origin, market, traded.classification(), traded.product()),
            new Because(held.since(), held.measureId(), null));
      }
    }
  }

  private static void add(Map<Ends, List<Because>> found, Ends ends, Because because) {
    found.computeIfAbsent(ends, one -> new ArrayList<>()).add(because);
  }

  // A heading of a measure names the codes below it, not the other way round.
  private static boolean names(Measure.Code code, Traded traded) {
    return code.classification().equals(traded.classification())
        && traded.product().startsWith(code.code());
  }
}

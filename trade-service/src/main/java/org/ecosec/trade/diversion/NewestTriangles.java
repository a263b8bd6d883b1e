package org.ecosec.trade.diversion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ecosec.trade.diversion.math.Window;

/**
 * The newest months of a watched triangle. Economies report months apart, so each hub is looked at
 * in the newest months that all its sides have.
 */
@ApplicationScoped
class NewestTriangles {

  private static final int MAX_LAG_MONTHS = 6;

  private final Legs legs;
  private final Diversions diversions;

  NewestTriangles(Legs legs, Diversions diversions) {
    this.legs = legs;
    this.diversions = diversions;
  }

  /** A hub's triangle, and the first month after what happened. */
  record Seen(YearMonth since, DiversionView view) {}

  /** By hub: what fits diversion now, and all that is followed because it did before. */
  Map<String, Seen> of(WatchedTriangle triangle, Set<String> followed, long revision) {
    var seen = new HashMap<String, Seen>();
    var ends = triangle.ends();
    var newest = legs.newestMonth(ends);
    var decided = new TreeSet<String>();
    for (int lag = 0; newest.isPresent() && lag < MAX_LAG_MONTHS; lag++) {
      var end = newest.get().minusMonths(lag);
      var since = triangle.since(end);
      if (since.isEmpty()) {
        break;
      }
      var question = question(ends, Window.since(since.get(), end), revision);
      var reports = legs.read(question);
      var direct = reports.leg(ends.origin(), ends.market()).map(LegReports.Found::leg);
      if (direct.isEmpty()) {
        continue;
      }
      if (followed.isEmpty() && !direct.get().fell()) {
        break;
      }
      var undecided = new TreeSet<String>();
      for (String hub : reports.between()) {
        if (triangle.wants(hub) && isReported(reports, ends, hub) && decided.add(hub)) {
          undecided.add(hub);
        }
      }
      if (!direct.get().fell()) {
        undecided.retainAll(followed);
      }
      views(question, reports, undecided).stream()
          .filter(view -> view.fits() || followed.contains(view.hub()))
          .forEach(view -> seen.put(view.hub(), new Seen(since.get(), view)));
    }
    return seen;
  }

  private static boolean isReported(LegReports reports, WatchedTriangle.Ends ends, String hub) {
    return reports.leg(ends.origin(), hub).isPresent()
        && reports.leg(hub, ends.market()).isPresent();
  }

  private List<DiversionView> views(Question question, LegReports reports, Set<String> hubs) {
    if (hubs.isEmpty()) {
      return List.of();
    }
    legs.readControls(question, reports);
    return hubs.stream().flatMap(hub -> diversions.view(question, reports, hub).stream()).toList();
  }

  private static Question question(WatchedTriangle.Ends ends, Window window, long revision) {
    return new Question(
        ends.origin(),
        ends.market(),
        null,
        ends.classification(),
        ends.product(),
        texts(window.before()),
        texts(window.after()),
        revision);
  }

  private static List<String> texts(List<YearMonth> months) {
    return months.stream().map(YearMonth::toString).toList();
  }
}

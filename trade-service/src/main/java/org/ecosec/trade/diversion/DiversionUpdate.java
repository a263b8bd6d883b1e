package org.ecosec.trade.diversion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.trade.anomaly.MonthlySeries;
import org.ecosec.trade.anomaly.SeriesGroup;
import org.ecosec.trade.diversion.TriangleWatch.Traded;
import org.ecosec.trade.observation.Flow;
import org.ecosec.trade.observation.SliceChanged;

/**
 * Looks again at the watched triangles of which months arrived. It reads them as they are, so that
 * repeated or late news changes nothing and tells nobody.
 */
@ApplicationScoped
class DiversionUpdate {

  private final MonthlySeries series;
  private final TriangleWatch watch;
  private final NewestTriangles newest;
  private final StoredOutcomes stored;
  private final DiversionEvents events;
  private final Revisions revisions;
  private final Outbox outbox;

  DiversionUpdate(
      MonthlySeries series,
      TriangleWatch watch,
      NewestTriangles newest,
      StoredOutcomes stored,
      DiversionEvents events,
      Revisions revisions,
      Outbox outbox) {
    this.series = series;
    this.watch = watch;
    this.newest = newest;
    this.stored = stored;
    this.events = events;
    this.revisions = revisions;
    this.outbox = outbox;
  }

  @Transactional
  void update(List<SliceChanged> news) {
    var traded = traded(news);
    if (traded.isEmpty()) {
      return;
    }
    var watched = watch.of(traded.keySet());
    if (watched.isEmpty()) {
      return;
    }
    long revision = revisions.begin();
    var told = new ArrayList<OutboxEvent>();
    for (WatchedTriangle triangle : watched) {
      var ends = triangle.ends();
      var arrived = traded.get(new Traded(ends.classification(), ends.product()));
      told.addAll(look(triangle, arrived == null ? List.of() : arrived, revision));
    }
    outbox.appendAll(told);
    if (!told.isEmpty()) {
      revisions.publish(revision);
    }
  }

  private List<OutboxEvent> look(
      WatchedTriangle triangle, List<SliceChanged> arrived, long revision) {
    boolean first = stored.startsWatching(triangle.ends(), revision);
    var telling =
        new DiversionEvents.Telling(
            first || arrived.stream().allMatch(SliceChanged::baseline),
            arrived.stream().allMatch(SliceChanged::backfill),
            revision);
    var before = stored.open(triangle.ends());
    var changed = changed(before, newest.of(triangle, before.keySet(), revision));
    changed.values().forEach(outcome -> stored.replace(triangle.ends(), outcome, revision));
    return changed.values().stream().map(outcome -> events.of(triangle, outcome, telling)).toList();
  }

  /** By hub: new ones, and followed ones that are not what they were. */
  private static Map<String, Outcome> changed(
      Map<String, Outcome> before, Map<String, NewestTriangles.Seen> now) {
    var changed = new TreeMap<String, Outcome>();
    now.forEach(
        (hub, seen) -> {
          var was = before.get(hub);
          var outcome = Outcome.of(seen, was == null ? "" : was.consistentThrough());
          boolean heard = was == null || seen.view().fits() || was.isFollowedIn(outcome.period());
          if (heard && !outcome.equals(was)) {
            changed.put(hub, outcome);
          }
        });
    before.forEach(
        (hub, was) -> {
          if (!now.containsKey(hub) && was.verdict() != null) {
            changed.put(hub, was.undecided());
          }
        });
    return changed;
  }

  private Map<Traded, List<SliceChanged>> traded(List<SliceChanged> news) {
    var byGroup = new HashMap<SeriesGroup, List<SliceChanged>>();
    for (SliceChanged changed : news) {
      var slice = changed.slice();
      if (slice.freq().equals("M")
          && (slice.flow() == Flow.IMPORT || slice.flow() == Flow.EXPORT)) {
        byGroup.computeIfAbsent(SeriesGroup.of(slice), group -> new ArrayList<>()).add(changed);
      }
    }
    var traded = new HashMap<Traded, List<SliceChanged>>();
    byGroup.forEach(
        (group, arrived) ->
            series
                .touched(group, arrived.stream().map(SliceChanged::revision).distinct().toList())
                .forEach(
                    product ->
                        traded
                            .computeIfAbsent(
                                new Traded(group.classification(), product),
                                one -> new ArrayList<>())
                            .addAll(arrived)));
    return traded;
  }
}

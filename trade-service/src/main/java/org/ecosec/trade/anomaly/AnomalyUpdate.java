package org.ecosec.trade.anomaly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.trade.anomaly.StoredAnomalies.Change;
import org.ecosec.trade.observation.SliceChanged;

/**
 * Scores again what an import touched. It reads the series as they are, so that repeated or late
 * news changes nothing.
 */
@ApplicationScoped
class AnomalyUpdate {

  private static final int PRODUCTS_AT_ONCE = 200;

  private final MonthlySeries series;
  private final Assessment assessment;
  private final StoredAnomalies stored;
  private final AnomalyEvents events;
  private final Revisions revisions;
  private final Outbox outbox;

  AnomalyUpdate(
      MonthlySeries series,
      Assessment assessment,
      StoredAnomalies stored,
      AnomalyEvents events,
      Revisions revisions,
      Outbox outbox) {
    this.series = series;
    this.assessment = assessment;
    this.stored = stored;
    this.events = events;
    this.revisions = revisions;
    this.outbox = outbox;
  }

  @Transactional
  void update(List<SliceChanged> news) {
    var byGroup = new LinkedHashMap<SeriesGroup, List<SliceChanged>>();
    for (SliceChanged changed : news) {
      if (changed.slice().freq().equals("M")) {
        byGroup
            .computeIfAbsent(SeriesGroup.of(changed.slice()), group -> new ArrayList<>())
            .add(changed);
      }
    }
    if (byGroup.isEmpty()) {
      return;
    }
    long revision = revisions.begin();
    boolean changed = false;
    for (var entry : byGroup.entrySet()) {
      changed |= update(entry.getKey(), entry.getValue(), revision);
    }
    if (changed) {
      revisions.publish(revision);
    }
  }

  private boolean update(SeriesGroup group, List<SliceChanged> news, long revision) {
    var touched =
        series.touched(group, news.stream().map(SliceChanged::revision).distinct().toList());
    var told = series.newest(group);
    boolean changed = false;
    for (int from = 0; from < touched.size(); from += PRODUCTS_AT_ONCE) {
      var products = touched.subList(from, Math.min(from + PRODUCTS_AT_ONCE, touched.size()));
      var changes = changes(group, products, revision);
      stored.write(group, changes, revision);
      outbox.appendAll(events.of(group, changes, told, revision));
      changed |= !changes.isEmpty();
    }
    return changed;
  }

  private List<Change> changes(SeriesGroup group, List<String> products, long revision) {
    var before = stored.open(group, products);
    var now = new HashMap<AnomalyFigures.Key, AnomalyFigures>();
    series.each(
        group,
        products,
        revision,
        product ->
            assessment.scored(group, product).stream()
                .flatMap(scored -> assessment.figures(group, scored, before.keySet()).stream())
                .forEach(figures -> now.put(figures.key(), figures)));
    return changes(before, now);
  }

  private static List<Change> changes(
      Map<AnomalyFigures.Key, AnomalyFigures> before, Map<AnomalyFigures.Key, AnomalyFigures> now) {
    var keys = new HashSet<>(before.keySet());
    keys.addAll(now.keySet());
    return keys.stream()
        .map(key -> new Change(now.get(key), before.get(key)))
        .filter(change -> change.now() == null || !change.now().equals(change.before()))
        .toList();
  }
}

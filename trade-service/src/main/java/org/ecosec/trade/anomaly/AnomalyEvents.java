package org.ecosec.trade.anomaly;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.trade.anomaly.StoredAnomalies.Change;
import org.ecosec.trade.observation.Flow;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Products;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.reference.Watchlist;
import org.jspecify.annotations.Nullable;

/** What is told of changed months: the newest one of each watched series. */
@ApplicationScoped
class AnomalyEvents {

  private static final int KEY_PARTS = 8;
  private static final int MAX_TOLD = 100_000;

  private final Anomalies anomalies;
  private final Watchlist watchlist;
  private final Economies economies;
  private final Products products;
  private final Sectors sectors;

  AnomalyEvents(
      Anomalies anomalies,
      Watchlist watchlist,
      Economies economies,
      Products products,
      Sectors sectors) {
    this.anomalies = anomalies;
    this.watchlist = watchlist;
    this.economies = economies;
    this.products = products;
    this.sectors = sectors;
  }

  /** The newest month of the series, and whether what changed it last is to be told to anybody. */
  record Telling(String newest, boolean baseline, boolean backfill) {}

  /** The payload of {@code trade.anomalies.v1}. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record AnomalyFound(
      String reporter,
      String partner,
      Flow flow,
      String classification,
      String product,
      String productName,
      List<String> sectors,
      String freq,
      String period,
      Metric metric,
      String unit,
      Tier tier,
      Direction direction,
      BigDecimal z,
      BigDecimal observed,
      BigDecimal expected,
      BigDecimal lower,
      BigDecimal upper,
      AnomalyFigures.Detector detector,
      List<Evidence> evidence,
      AnomalyFigures.@Nullable Reason reason,
      boolean newest,
      boolean baseline,
      boolean backfill,
      String source,
      String dataThrough,
      String methodVersion,
      long revision,
      Map<String, String> names) {

    String topicKey() {
      return String.join("|", reporter, partner, flow.name(), classification, product);
    }
  }

  List<OutboxEvent> of(SeriesGroup group, List<Change> changes, Telling telling, long revision) {
    var watched = watchlist.now();
    var newest =
        changes.stream()
            .filter(change -> change.any().period().equals(telling.newest()))
            .filter(change -> watches(watched, group, change.any()))
            .toList();
    if (newest.isEmpty()) {
      return List.of();
    }
    var views = views(group, telling.newest(), revision);
    return newest.stream()
        .map(change -> event(group, change, views.get(change.any().key()), telling, revision))
        .sorted(Comparator.comparing(AnomalyFound::topicKey).thenComparing(AnomalyFound::metric))
        .map(found -> new OutboxEvent("trade.anomalies.v1", found.topicKey(), found))
        .toList();
  }

  // One side is a watched importer, or it is among all those whom the reporter supplies.
  private static boolean watches(
      Watchlist.Snapshot watched, SeriesGroup group, AnomalyFigures figures) {
    return List.of(group.reporter(), figures.partner()).stream()
            .anyMatch(side -> watched.watches(side, group.classification(), figures.product()))
        || (group.flow() == Flow.EXPORT
            && figures.partner().equals(ProductSeries.ALL)
            && watched.importers().stream()
                .anyMatch(
                    side -> watched.watches(side, group.classification(), figures.product())));
  }

  private Map<AnomalyFigures.Key, AnomalyView> views(
      SeriesGroup group, String period, long revision) {
    var filter = new AnomalyFilter();
    filter.source = group.source();
    filter.reporter = group.reporter();
    filter.flow = group.flow().name();
    filter.classification = group.classification();
    filter.period = period;
    var views = new HashMap<AnomalyFigures.Key, AnomalyView>();
    for (AnomalyView view :
        anomalies.find(filter, revision, Collections.nCopies(KEY_PARTS, ""), MAX_TOLD)) {
      views.put(
          new AnomalyFigures.Key(view.product(), view.partner(), view.metric(), view.period()),
          view);
    }
    return views;
  }

  private AnomalyFound event(
      SeriesGroup group,
      Change change,
      @Nullable AnomalyView view,
      Telling telling,
      long revision) {
    var figures = change.any();
    return new AnomalyFound(
        group.reporter(),
        figures.partner(),
        group.flow(),
        group.classification(),
        figures.product(),
        products.name(group.classification(), figures.product()),
        sectors.of(group.classification(), figures.product()),
        "M",
        figures.period(),
        figures.metric(),
        figures.metric().unit(),
        // Not among the flagged: within its history again, or a flag that a revision took back.
        view == null ? Tier.NONE : view.tier(),
        figures.direction(),
        figures.z(),
        figures.observed(),
        figures.expected(),
        figures.lower(),
        figures.upper(),
        figures.detector(),
        view == null ? List.of() : view.evidence(),
        figures.reason(),
        true,
        telling.baseline(),
        telling.backfill(),
        group.source(),
        telling.newest(),
        Assessment.METHOD,
        revision,
        names(group.reporter(), figures.partner(), view));
  }

  private Map<String, String> names(String reporter, String partner, @Nullable AnomalyView view) {
    var names = new TreeMap<String, String>();
    names.put(reporter, name(reporter));
    names.put(partner, name(partner));
    if (view != null) {
      view.evidence().stream()
          .flatMap(evidence -> evidence.partners().stream())
          .forEach(other -> names.put(other, name(other)));
    }
    return names;
  }

  private String name(String economy) {
    return economy.equals(ProductSeries.ALL) ? "All partners" : economies.of(economy).name();
  }
}

package org.ecosec.trade.mirror;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.mirror.BalanceView.SideView;
import org.ecosec.trade.observation.Flow;
import org.ecosec.trade.observation.SliceChanged;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Watchlist;

/**
 * Tells of the balances between watched economies that changed, each as its own side reports it.
 */
@ApplicationScoped
class BalanceUpdate {

  private static final String ALL_GOODS = "All goods";

  private final Balances balances;
  private final Watchlist watchlist;
  private final Economies economies;
  private final Database database;
  private final Revisions revisions;
  private final Outbox outbox;

  BalanceUpdate(
      Balances balances,
      Watchlist watchlist,
      Economies economies,
      Database database,
      Revisions revisions,
      Outbox outbox) {
    this.balances = balances;
    this.watchlist = watchlist;
    this.economies = economies;
    this.database = database;
    this.revisions = revisions;
    this.outbox = outbox;
  }

  /** Who reports of whom. */
  private record Pair(String economy, String partner) {}

  @Transactional
  void update(List<SliceChanged> news) {
    var watched = watchlist.importers();
    var concerned =
        news.stream()
            .filter(changed -> watched.contains(changed.slice().reporter()))
            .filter(changed -> !changed.slice().freq().equals("P"))
            .filter(
                changed ->
                    changed.slice().flow() == Flow.IMPORT || changed.slice().flow() == Flow.EXPORT)
            .toList();
    if (concerned.isEmpty()) {
      return;
    }
    // One writer at a time, so that later figures are told later.
    revisions.begin();
    var sides = new HashMap<Pair, Map<String, SideView>>();
    var told = new ArrayList<BalanceChanged>();
    for (SliceChanged changed : concerned) {
      for (String partner : watched) {
        var pair = new Pair(changed.slice().reporter(), partner);
        if (!partner.equals(pair.economy())) {
          var reports = sides.computeIfAbsent(pair, this::reports);
          var side = reports.get(changed.slice().period());
          if (side != null && remember(side)) {
            told.add(event(side, newest(side, reports), changed));
          }
        }
      }
    }
    outbox.appendAll(
        told.stream()
            .sorted(
                Comparator.comparing(BalanceChanged::topicKey)
                    .thenComparing(BalanceChanged::period))
            .map(event -> new OutboxEvent("trade.balances.v1", event.topicKey(), event))
            .toList());
  }

  private Map<String, SideView> reports(Pair pair) {
    var reports = new TreeMap<String, SideView>();
    balances
        .of(new Balances.Pair(pair.economy(), pair.partner(), null), Long.MAX_VALUE)
        .forEach(
            view ->
                view.sides().stream()
                    .filter(side -> side.reporter().equals(pair.economy()))
                    .filter(side -> !side.sumOfMonths())
                    .forEach(side -> reports.put(side.period(), side)));
    return reports;
  }

  // Months and years, calendar and financial, are series of their own.
  private static String newest(SideView side, Map<String, SideView> reports) {
    return reports.keySet().stream()
        .filter(period -> period.length() == side.period().length())
        .max(Comparator.naturalOrder())
        .orElse(side.period());
  }

  /** True if it is not what was told last. */
  private boolean remember(SideView side) {
    return database.update(
            """
            insert into balance_told as t
              (economy, partner, classification, product, period, source, exports_usd, imports_usd)
            values (?, ?, ?, ?, ?, ?, ?::numeric, ?::numeric)
            on conflict (economy, partner, classification, product, period) do update
            set source = excluded.source, exports_usd = excluded.exports_usd,
              imports_usd = excluded.imports_usd
            where (t.source, t.exports_usd, t.imports_usd)
              is distinct from (excluded.source, excluded.exports_usd, excluded.imports_usd)
            """,
            side.reporter(),
            side.partner(),
            side.classification(),
            side.product(),
            side.period(),
            side.source(),
            side.exportsUsd(),
            side.importsUsd())
        == 1;
  }

  private BalanceChanged event(SideView side, String newest, SliceChanged news) {
    return new BalanceChanged(
        side.reporter(),
        side.partner(),
        side.classification(),
        side.product(),
        ALL_GOODS,
        List.of(),
        news.slice().freq(),
        side.period(),
        side.exportsUsd(),
        side.importsUsd(),
        side.balanceUsd(),
        side.reason(),
        side.period().equals(newest),
        news.baseline(),
        news.backfill(),
        side.source(),
        newest,
        BalanceView.METHOD,
        Math.max(side.revision(), news.revision()),
        Map.of(
            side.reporter(), economies.of(side.reporter()).name(),
            side.partner(), economies.of(side.partner()).name()));
  }
}

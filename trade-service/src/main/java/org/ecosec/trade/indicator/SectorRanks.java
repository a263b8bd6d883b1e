package org.ecosec.trade.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.indicator.ConcentrationView.SectorRank;
import org.ecosec.trade.reference.Baskets;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.reference.Sectors.SectorCode;
import org.ecosec.trade.reference.TradeSources;
import org.jspecify.annotations.Nullable;

/**
 * Where a cell stands among the importer's products of the same sector, classification and period,
 * by the least value that its index can have: the one figure that every cell with a supplier has.
 */
@ApplicationScoped
class SectorRanks {

  private final Database database;
  private final Sectors sectors;
  private final TradeSources sources;

  SectorRanks(Database database, Sectors sectors, TradeSources sources) {
    this.database = database;
    this.sectors = sectors;
    this.sources = sources;
  }

  /** Whose products of which period are compared. */
  private record Cohort(String importer, String classification, String freq, String period) {}

  /** A cell to be placed. */
  record Place(
      String importer,
      String classification,
      String product,
      String freq,
      String period,
      @Nullable BigDecimal hhiLower) {

    static Place of(ConcentrationView view) {
      return new Place(
          view.importer(),
          view.classification(),
          view.product(),
          view.freq(),
          view.period(),
          view.hhiLower());
    }

    private Cohort cohort() {
      return new Cohort(importer, classification, freq, period);
    }
  }

  List<ConcentrationView> ranked(List<ConcentrationView> views, long revision) {
    var places = views.stream().map(Place::of).toList();
    var ranks = of(places, revision);
    return views.stream()
        .map(view -> view.with(ranks.getOrDefault(Place.of(view), List.of()), view.inputs()))
        .toList();
  }

  /** The ranks of each cell, one for each sector that it is in. */
  Map<Place, List<SectorRank>> of(List<Place> places, long revision) {
    var baskets = sectors.at(revision);
    var inside =
        places.stream()
            .filter(place -> place.hhiLower() != null)
            .filter(place -> !baskets.with(place.classification(), place.product()).isEmpty())
            .toList();
    if (inside.isEmpty()) {
      return Map.of();
    }
    var values = values(inside, baskets, revision);
    var ranks = new HashMap<Place, List<SectorRank>>();
    for (Place place : inside) {
      var all = values.getOrDefault(place.cohort(), Map.of());
      var found = new ArrayList<SectorRank>();
      for (SectorCode in : baskets.with(place.classification(), place.product())) {
        found.add(rank(place, in, members(in, baskets), all));
      }
      ranks.put(place, found);
    }
    return ranks;
  }

  private static Set<String> members(SectorCode in, Baskets baskets) {
    var members = new LinkedHashSet<String>();
    for (SectorCode code : baskets.in(in.sector())) {
      if (code.scheme().equals(in.scheme()) && code.classification().equals(in.classification())) {
        members.add(code.code());
      }
    }
    return members;
  }

  private static SectorRank rank(
      Place place, SectorCode in, Set<String> members, Map<String, BigDecimal> all) {
    int above = 0;
    int of = 1;
    for (String member : members) {
      var value = all.get(member);
      if (value == null || member.equals(place.product()) || place.hhiLower() == null) {
        continue;
      }
      of++;
      above += value.compareTo(place.hhiLower()) > 0 ? 1 : 0;
    }
    return new SectorRank(
        in.scheme(), in.sector(), above + 1, of, Figures.share((of - above) / (double) of));
  }

  // One look-up by the whole key for each product of a basket, from the source that speaks for it.
  private Map<Cohort, Map<String, BigDecimal>> values(
      List<Place> places, Baskets baskets, long revision) {
    var wanted = new LinkedHashSet<Place>();
    for (Place place : places) {
      for (SectorCode in : baskets.with(place.classification(), place.product())) {
        for (String member : members(in, baskets)) {
          wanted.add(
              new Place(
                  place.importer(),
                  place.classification(),
                  member,
                  place.freq(),
                  place.period(),
                  null));
        }
      }
    }
    var found = new HashMap<Cohort, Map<String, BigDecimal>>();
    database.each(
        """
        select w.importer, w.classification, w.product, w.freq, w.period, x.hhi_lower
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
          w (importer, classification, product, freq, period)
        cross join lateral (
          select hhi_lower from concentration c
          where c.reporter = w.importer and c.classification = w.classification
            and c.product = w.product and c.freq = w.freq and c.period = w.period
            and c.from_revision <= ? and (c.to_revision is null or c.to_revision > ?)
          order by array_position(?::text[], source) nulls last, source, edition desc limit 1) x
        where x.hhi_lower is not null
        """,
        row ->
            found
                .computeIfAbsent(
                    new Cohort(
                        row.getString(1), row.getString(2), row.getString(4), row.getString(5)),
                    key -> new HashMap<>())
                .put(row.getString(3), row.getBigDecimal(6)),
        wanted.stream().map(Place::importer).toList(),
        wanted.stream().map(Place::classification).toList(),
        wanted.stream().map(Place::product).toList(),
        wanted.stream().map(Place::freq).toList(),
        wanted.stream().map(Place::period).toList(),
        revision,
        revision,
        sources.preference());
    return found;
  }
}

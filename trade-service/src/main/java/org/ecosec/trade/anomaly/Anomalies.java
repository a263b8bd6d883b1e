package org.ecosec.trade.anomaly;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.observation.Flow;
import org.ecosec.trade.reference.Products;
import org.ecosec.trade.reference.Sectors;
import org.jspecify.annotations.Nullable;

/** Reads the flagged months as known at a revision, each with what else speaks for it then. */
@ApplicationScoped
class Anomalies {

  private static final String SELECT =
      """
      with known as (
        select * from anomaly where from_revision <= ? and (to_revision is null or to_revision > ?)),
      wanted as (
        select a.*, (select s.period from slice s where s.source = a.source
            and s.reporter = a.reporter and s.flow = a.flow and s.classification = a.classification
            and s.freq = 'M' and exists (select 1 from observation o where o.slice_id = s.id
              and o.classification = s.classification and o.year = s.year and o.from_revision <= ?
              and (o.to_revision is null or o.to_revision > ?))
            order by s.period desc limit 1) as data_through
        from known a
        where (?::text is null or reporter = ?) and (?::text is null or partner = ?)
          and (?::text is null or flow = ?) and (?::text is null or classification = ?)
          and (?::text is null or product = ?)
          and (?::text is null or classification || ' ' || product = any(?))
          and (?::text is null or metric = ?) and (?::text is null or direction = ?)
          and (?::text is null or period = ?) and (?::text is null or period >= ?)
          and (?::text is null or period <= ?) and (?::text is null or source = ?)
          and (reporter, partner, flow, classification, product, metric, period, source)
            > (?, ?, ?, ?, ?, ?, ?, ?)),
      seen as (
        select w.*,
          array(select distinct p.partner from known p where w.tier <> 'NONE' and p.tier <> 'NONE'
            and p.partner <> 'ALL' and p.source = w.source and p.reporter = w.reporter
            and p.flow = w.flow and p.classification = w.classification and p.product = w.product
            and p.period = w.period and p.metric = w.metric and p.direction = w.direction
            order by 1) as moved,
          array(select distinct m.reporter from known m where w.tier <> 'NONE' and m.tier <> 'NONE'
            and m.reporter = w.partner and m.partner = w.reporter and m.flow <> w.flow
            and m.flow in ('IMPORT', 'EXPORT') and w.flow in ('IMPORT', 'EXPORT')
            and m.classification = w.classification and m.product = w.product
            and m.period = w.period and m.metric = w.metric and m.direction = w.direction) as mirrors,
          case when w.tier = 'NONE' then '{}' else listed_measures(w.reporter, w.partner,
            w.classification, w.product, w.period, ?) end as measures
        from wanted w where not ? or w.period = w.data_through),
      told as (
        select *, case when tier = 'WATCH'
          and not (metric = 'UNIT_VALUE' and reason is not distinct from 'MIXED_BASKET')
          and (cardinality(moved) > 1 or cardinality(mirrors) > 0
          or cardinality(measures) > 0) then 'ALERT' else tier end as told_tier
        from seen)
      select * from told
      where case when ?::text is null then told_tier <> 'NONE' else told_tier = ? end
      order by reporter, partner, flow, classification, product, metric, period, source limit ?
      """;

  private final Database database;
  private final Sectors sectors;
  private final Products products;
  private final MixedBaskets baskets;

  Anomalies(Database database, Sectors sectors, Products products, MixedBaskets baskets) {
    this.database = database;
    this.sectors = sectors;
    this.products = products;
    this.baskets = baskets;
  }

  List<AnomalyView> find(AnomalyFilter filter, long revision, List<String> after, int limit) {
    var parameters =
        new ArrayList<@Nullable Object>(List.of(revision, revision, revision, revision));
    for (String text :
        new @Nullable String[] {
          filter.reporter, filter.partner, filter.flow, filter.classification, filter.product
        }) {
      parameters.add(text);
      parameters.add(text);
    }
    parameters.add(filter.sector);
    parameters.add(codes(filter.sector));
    for (String text :
        new @Nullable String[] {
          filter.metric, filter.direction, filter.period, filter.from, filter.to, filter.source
        }) {
      parameters.add(text);
      parameters.add(text);
    }
    parameters.addAll(after);
    parameters.add(revision);
    parameters.add(filter.newest);
    parameters.add(filter.tier);
    parameters.add(filter.tier);
    parameters.add(limit);
    return database.list(SELECT, this::view, parameters.toArray());
  }

  private List<String> codes(@Nullable String sector) {
    return sector == null
        ? List.of()
        : sectors.codes(sector).stream()
            .map(code -> code.classification() + " " + code.code())
            .toList();
  }

  private AnomalyView view(ResultSet row) throws SQLException {
    var figures = StoredAnomalies.figures(row);
    var classification = row.getString("classification");
    var evidence =
        Evidence.of(
            figures.partner(), texts(row, "mirrors"), texts(row, "moved"), texts(row, "measures"));
    return new AnomalyView(
        row.getString("reporter"),
        figures.partner(),
        Flow.valueOf(row.getString("flow")),
        classification,
        figures.product(),
        products.name(classification, figures.product()),
        figures.period(),
        figures.metric(),
        figures.metric().unit(),
        Tier.valueOf(row.getString("told_tier")),
        figures.tier(),
        figures.direction(),
        figures.z(),
        figures.observed(),
        figures.expected(),
        figures.lower(),
        figures.upper(),
        figures.detector(),
        evidence,
        figures.reason(),
        baskets
            .holds(classification, figures.product())
            .map(holds -> "Cannot say which good moved: the code holds " + holds + ".")
            .orElse(null),
        row.getString("source"),
        row.getString("data_through"),
        Assessment.METHOD,
        row.getLong("from_revision"),
        series(row, figures));
  }

  private static String series(ResultSet row, AnomalyFigures figures) throws SQLException {
    return "/trade/v1/anomalies/series?reporter=%s&partner=%s&flow=%s&classification=%s&product=%s&metric=%s&source=%s"
        .formatted(
            row.getString("reporter"),
            figures.partner(),
            row.getString("flow"),
            row.getString("classification"),
            URLEncoder.encode(figures.product(), UTF_8),
            figures.metric(),
            URLEncoder.encode(row.getString("source"), UTF_8));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}

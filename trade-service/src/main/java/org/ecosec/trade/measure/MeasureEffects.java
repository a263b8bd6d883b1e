package org.ecosec.trade.measure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.reference.Watchlist;

/**
 * Did it bite? The months under a measure, at most twelve, beside the same months of the year
 * before it, so that the season is the same on both sides.
 */
@ApplicationScoped
class MeasureEffects {

  private static final int YEAR = 12;
  private static final String SUMS =
      """
      with compared as (
        select a.source, a.period as after_period, b.period as before_period
        from (select distinct source, period from slice where reporter = ? and flow = ?
            and classification = ? and freq = 'M' and period >= ? and period <= ?) a
        join (select distinct source, period from slice where reporter = ? and flow = ?
            and classification = ? and freq = 'M') b on b.source = a.source and b.period =
          to_char(to_date(a.period, 'YYYY-MM') - interval '1 year', 'YYYY-MM')),
      best as (
        select source from compared group by source order by count(*) desc, source limit 1),
      rows as (
        select c.after_period = s.period as is_after, c.after_period, o.value_usd, o.net_weight_kg
        from compared c join best using (source)
        join slice s on s.source = c.source and s.reporter = ? and s.flow = ?
          and s.classification = ? and s.freq = 'M' and s.period in (c.after_period, c.before_period)
        left join observation o on o.slice_id = s.id and o.classification = s.classification
          and o.year = s.year and o.product = ? and o.partner = ? and o.from_revision <= ?
          and (o.to_revision is null or o.to_revision > ?))
      select count(distinct after_period), min(after_period), max(after_period),
        coalesce(sum(value_usd) filter (where not is_after), 0),
        coalesce(sum(value_usd) filter (where is_after), 0),
        case when bool_or(value_usd > 0 and net_weight_kg is null) then null
          else coalesce(sum(net_weight_kg) filter (where not is_after), 0) end,
        case when bool_or(value_usd > 0 and net_weight_kg is null) then null
          else coalesce(sum(net_weight_kg) filter (where is_after), 0) end
      from rows
      """;

  private final Database database;
  private final Watchlist watchlist;

  MeasureEffects(Database database, Watchlist watchlist) {
    this.database = database;
    this.watchlist = watchlist;
  }

  List<Effect> of(Measure measure, long revision) {
    var effects = new ArrayList<Effect>();
    for (String economy : watchlist.importers()) {
      boolean side = measure.kind().exposesImporters() || measure.kind().exposesExporters();
      if (side && !economy.equals(measure.imposer()) && measure.targets().hit(economy)) {
        measure.codes().forEach(code -> effects.add(effect(measure, economy, code, revision)));
      }
    }
    return effects;
  }

  private Effect effect(Measure measure, String economy, Measure.Code code, long revision) {
    var effective = measure.effective();
    var first = effective == null ? null : effective.firstWholeMonth().orElse(null);
    if (first == null) {
      return Effect.none(measure, economy, code, "IMPRECISE_DATE");
    }
    // What the imposer's customs saw: exports under an export control, imports under a tariff.
    var flow = measure.kind().exposesImporters() ? "EXPORT" : "IMPORT";
    var imposer = measure.imposer();
    var classification = code.classification();
    return database
        .first(
            SUMS,
            row ->
                Effect.none(measure, economy, code, null)
                    .with(
                        new Effect.Sums(
                            row.getInt(1),
                            row.getString(2),
                            row.getString(3),
                            row.getBigDecimal(4),
                            row.getBigDecimal(5),
                            row.getBigDecimal(6),
                            row.getBigDecimal(7))),
            imposer,
            flow,
            classification,
            first.toString(),
            first.plusMonths(YEAR - 1).toString(),
            imposer,
            flow,
            classification,
            imposer,
            flow,
            classification,
            code.code(),
            economy,
            revision,
            revision)
        .orElseThrow();
  }
}

package org.ecosec.trade.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.reference.Watchlist;
import org.jspecify.annotations.Nullable;

/**
 * Did it bite? The months under a measure, at most twelve, beside the same months of the year
 * before it, so that the season is the same on both sides.
 */
@ApplicationScoped
class MeasureEffects {

  private static final int YEAR = 12;
  private static final int MIN_MONTHS = 3;
  private static final int DECIMALS = 6;
  private static final BigDecimal MOVED = new BigDecimal("0.30");
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

  /** How trade moved; by weight where both years have one, else by value. */
  public enum Verdict {
    FELL,
    NOT_SEEN,
    ROSE
  }

  /** One code's months between the imposer and one economy. */
  @Schema(
      description =
          "verdict FELL or ROSE: by at least 30 % in weight (in value where a weight is missing)."
              + " Null with a reason: IMPRECISE_DATE, NO_MONTHLY_DATA, TOO_EARLY (fewer than three"
              + " months), NOTHING_BEFORE. A fall says that trade moved with the measure, not because of it.")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Effect(
      String measureId,
      String economy,
      String code,
      Measure.Code.Coverage coverage,
      String reportedBy,
      int months,
      @Nullable String from,
      @Nullable String to,
      @Nullable BigDecimal beforeUsd,
      @Nullable BigDecimal afterUsd,
      @Nullable BigDecimal changeUsd,
      @Nullable BigDecimal beforeKg,
      @Nullable BigDecimal afterKg,
      @Nullable BigDecimal changeKg,
      @Nullable Verdict verdict,
      @Nullable String reason) {}

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
    var first = firstMonth(measure.effective());
    if (first == null) {
      return none(measure, economy, code, "IMPRECISE_DATE");
    }
    // What the imposer's customs saw: exports under an export control, imports under a tariff.
    var flow = measure.kind().exposesImporters() ? "EXPORT" : "IMPORT";
    var imposer = measure.imposer();
    var classification = code.classification();
    return database
        .first(
            SUMS,
            row ->
                effect(
                    none(measure, economy, code, null),
                    new Sums(
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

  /** The first whole month under the measure. */
  private static @Nullable YearMonth firstMonth(@Nullable ImpreciseDate effective) {
    if (effective == null || effective.precision() == ImpreciseDate.Precision.YEAR) {
      return null;
    }
    LocalDate day = effective.lastDay();
    return day.getDayOfMonth() == 1 ? YearMonth.from(day) : YearMonth.from(day).plusMonths(1);
  }

  private record Sums(
      int months,
      @Nullable String from,
      @Nullable String to,
      BigDecimal beforeUsd,
      BigDecimal afterUsd,
      @Nullable BigDecimal beforeKg,
      @Nullable BigDecimal afterKg) {}

  private static Effect none(
      Measure measure, String economy, Measure.Code code, @Nullable String reason) {
    return new Effect(
        measure.id(),
        economy,
        code.code(),
        code.coverage(),
        measure.imposer(),
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        reason);
  }

  private static Effect effect(Effect blank, Sums sums) {
    var changeUsd = change(sums.beforeUsd(), sums.afterUsd());
    var changeKg = change(sums.beforeKg(), sums.afterKg());
    var moved = changeKg == null ? changeUsd : changeKg;
    var reason = reason(sums, moved);
    return new Effect(
        blank.measureId(),
        blank.economy(),
        blank.code(),
        blank.coverage(),
        blank.reportedBy(),
        sums.months(),
        sums.from(),
        sums.to(),
        sums.months() == 0 ? null : sums.beforeUsd(),
        sums.months() == 0 ? null : sums.afterUsd(),
        changeUsd,
        sums.months() == 0 ? null : sums.beforeKg(),
        sums.months() == 0 ? null : sums.afterKg(),
        changeKg,
        reason != null || moved == null ? null : verdict(moved),
        reason);
  }

  private static @Nullable String reason(Sums sums, @Nullable BigDecimal moved) {
    if (sums.months() == 0) {
      return "NO_MONTHLY_DATA";
    }
    if (sums.months() < MIN_MONTHS) {
      return "TOO_EARLY";
    }
    return moved == null ? "NOTHING_BEFORE" : null;
  }

  private static Verdict verdict(BigDecimal change) {
    if (change.compareTo(MOVED.negate()) <= 0) {
      return Verdict.FELL;
    }
    return change.compareTo(MOVED) >= 0 ? Verdict.ROSE : Verdict.NOT_SEEN;
  }

  private static @Nullable BigDecimal change(
      @Nullable BigDecimal before, @Nullable BigDecimal after) {
    return before == null || after == null || before.signum() == 0
        ? null
        : after.divide(before, DECIMALS, RoundingMode.HALF_EVEN).subtract(BigDecimal.ONE);
  }
}

package org.ecosec.trade.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ecosec.platform.sql.Database;

/** The steps from staged rows to observations, each one statement over the whole import. */
@ApplicationScoped
class StagedMerge {

  private final Database database;

  StagedMerge(Database database) {
    this.database = database;
  }

  /** Observations by what became of them. */
  record Counts(long added, long unchanged, long revised) {}

  /** For the statements of one merge, that they group and sort in memory and not on disk. */
  void takeMemory() {
    database.update("set local work_mem = '64MB'");
  }

  /**
   * The first of several rows with the same key counts; the others are refused, naming it. Repeated
   * keys are rare, so they are found by grouping, and only theirs are put in order.
   */
  long rejectDuplicates(UUID id) {
    return database.update(
        """
        with repeated_key as materialized (
          select reporter, flow, classification, edition, freq, period, product, partner
          from staged_observation where import_id = ?
          group by reporter, flow, classification, edition, freq, period, product, partner
          having count(*) > 1),
        numbered as (
          select s.ctid as place, line, row_number() over key as n, first_value(line) over key as first
          from staged_observation s join repeated_key
            using (reporter, flow, classification, edition, freq, period, product, partner)
          where s.import_id = ?
          window key as (partition by reporter, flow, classification, edition, freq, period, product,
            partner order by line)),
        repeated as (
          delete from staged_observation s using numbered
          where s.ctid = numbered.place and numbered.n > 1
          returning s.line, numbered.first, s.product)
        insert into import_reject (import_id, line, column_name, code, reason, value)
        select ?, line, 'row', 'DUPLICATE_ROW', 'The same cell was reported in line ' || min(first) || '.',
          min(product)
        from repeated group by line
        on conflict do nothing
        """,
        id,
        id,
        id);
  }

  void openSlices(ImportMerge.Claim claim) {
    database.update(
        """
        insert into slice (source, reporter, flow, classification, edition, freq, period, year)
        select distinct ?, reporter, flow, classification, edition, freq, period, year
        from staged_observation where import_id = ?
        order by 1, 2, 3, 4, 5, 6, 7
        on conflict do nothing
        """,
        claim.source(),
        claim.id());
  }

  /**
   * Compares with what is known, closes revised rows, adds new ones. Classification and year are in
   * every join, since each lookup would otherwise probe every partition. A figure whose column the
   * file lacks stays as it is known.
   */
  Counts apply(ImportMerge.Claim claim, long revision) {
    return database
        .first(
            """
            with staged as (
              select slice.id as slice_id, t.*
              from staged_observation t
              join slice on slice.source = ? and slice.reporter = t.reporter and slice.flow = t.flow
                and slice.classification = t.classification and slice.edition = t.edition
                and slice.freq = t.freq and slice.period = t.period
              where t.import_id = ?),
            merged as (
              select s.slice_id, s.classification, s.year, s.product, s.partner, s.value_usd, s.valuation,
                case when ? then s.net_weight_kg else k.net_weight_kg end as net_weight_kg,
                case when q.reported then s.quantity else k.quantity end as quantity,
                case when q.reported then s.quantity_unit else k.quantity_unit end as quantity_unit,
                case when ? then s.estimated else coalesce(k.estimated, s.estimated) end as estimated,
                k.slice_id is not null as is_known, k as known
              from staged s cross join (select ?::boolean as reported) q
              left join observation k
                on k.classification = s.classification and k.year = s.year
                and k.slice_id = s.slice_id and k.product = s.product
                and k.partner = s.partner and k.to_revision is null),
            compared as (
              select *, is_known and
                (value_usd, net_weight_kg, quantity, quantity_unit, valuation, estimated)
                is not distinct from
                ((known).value_usd, (known).net_weight_kg, (known).quantity, (known).quantity_unit,
                  (known).valuation, (known).estimated) as is_same
              from merged),
            closed as (
              update observation o set to_revision = ?
              from compared c
              where c.is_known and not c.is_same and o.classification = c.classification
                and o.year = c.year and o.slice_id = c.slice_id and o.product = c.product
                and o.partner = c.partner and o.to_revision is null),
            added as (
              insert into observation (slice_id, classification, year, product, partner, value_usd,
                net_weight_kg, quantity, quantity_unit, valuation, estimated, from_revision)
              select slice_id, classification, year, product, partner, value_usd, net_weight_kg,
                quantity, quantity_unit, valuation, estimated, ?
              from compared where not is_known or not is_same
              order by slice_id, product, partner)
            select count(*) filter (where not is_known),
              count(*) filter (where is_known and is_same),
              count(*) filter (where is_known and not is_same)
            from compared
            """,
            row -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)),
            claim.source(),
            claim.id(),
            claim.columns().weight(),
            claim.columns().estimate(),
            claim.columns().quantity(),
            revision,
            revision)
        .orElseThrow();
  }

  void clear(UUID id) {
    database.update("delete from staged_observation where import_id = ?", id);
  }
}

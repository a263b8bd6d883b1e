package org.ecosec.trade.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjLongConsumer;
import org.ecosec.platform.sql.Database;

/** Rows of slices that hold some already: each is compared with what is known. */
@ApplicationScoped
class MergedRows {

  private final Database database;

  MergedRows(Database database) {
    this.database = database;
  }

  /**
   * The first of several rows with the same key counts; the others are refused, naming it. Answers
   * how many were. Repeated keys are rare, so they are found by grouping, and only theirs are put
   * in order.
   */
  long refuseRepeated(ImportMerge.Claim claim, List<MergedSlice> slices) {
    var bySlice = new HashMap<Integer, MergedSlice>();
    slices.forEach(slice -> bySlice.put(slice.no(), slice));
    database.each(
        """
        with repeated_cell as materialized (
          select cell from staged_row where import_number = ? group by cell having count(*) > 1),
        numbered as (
          select s.ctid as place, row_number() over cells as n, first_value(line) over cells as first
          from staged_row s join repeated_cell using (cell)
          where s.import_number = ?
          window cells as (partition by cell order by line)),
        repeated as (
          delete from staged_row s using numbered
          where s.ctid = numbered.place and numbered.n > 1 and s.import_number = ?
          returning s.line, s.cell, numbered.first, s.product),
        told as (
          insert into import_reject (import_id, line, column_name, code, reason, value)
          select ?, line, 'row', 'DUPLICATE_ROW',
            'The same cell was reported in line ' || min(first) || '.', min(product)
          from repeated group by line
          on conflict do nothing)
        select %s as no, count(*) from repeated group by 1
        """
            .formatted(StagedSlices.sliceOf("cell")),
        row -> {
          var slice = bySlice.get(row.getInt(1));
          if (slice != null) {
            slice.withoutRepeated(row.getLong(2));
          }
        },
        claim.number(),
        claim.number(),
        claim.number(),
        claim.id());
    return database.number(
        "select count(*) from import_reject where import_id = ? and code = 'DUPLICATE_ROW'",
        claim.id());
  }

  /**
   * Closes revised rows and adds new ones. Classification, year and slice are in every join, since
   * each lookup would otherwise probe every partition. A figure whose column the file lacks stays
   * as it is known. Only what differs is kept between the steps.
   */
  void apply(ImportMerge.Claim claim, List<MergedSlice> compared, long revision) {
    var bySlice = byId(compared);
    database.each(
        """
        with staged as (
          select i.slice_id, i.classification, i.year, t.product, t.partner, t.value_usd,
            t.net_weight_kg, t.quantity, t.quantity_unit, t.valuation, t.estimated
          from staged_row t join import_slice i
            on i.import_number = t.import_number and i.no = %s
          where t.import_number = ? and i.slice_id = any(?)),
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
            and k.partner = s.partner and k.to_revision is null
            and k.slice_id = any(?) and k.classification = any(?) and k.year = any(?)),
        changed as materialized (
          select * from merged
          where not is_known or
            (value_usd, net_weight_kg, quantity, quantity_unit, valuation, estimated)
            is distinct from
            ((known).value_usd, (known).net_weight_kg, (known).quantity, (known).quantity_unit,
              (known).valuation, (known).estimated)),
        closed as (
          update observation o set to_revision = ?
          from changed c
          where c.is_known and o.classification = c.classification
            and o.year = c.year and o.slice_id = c.slice_id and o.product = c.product
            and o.partner = c.partner and o.to_revision is null),
        added as (
          insert into observation (slice_id, classification, year, product, partner, value_usd,
            net_weight_kg, quantity, quantity_unit, valuation, estimated, from_revision)
          select slice_id, classification, year, product, partner, value_usd, net_weight_kg,
            quantity, quantity_unit, valuation, estimated, ?
          from changed order by slice_id, product, partner)
        select slice_id, count(*) filter (where not is_known), count(*) filter (where is_known)
        from changed group by slice_id
        """
            .formatted(StagedSlices.sliceOf("t.cell")),
        row -> {
          var slice = Objects.requireNonNull(bySlice.get(row.getInt(1)));
          slice.add(row.getLong(2));
          slice.revise(row.getLong(3));
        },
        claim.number(),
        ids(compared),
        claim.columns().weight(),
        claim.columns().estimate(),
        claim.columns().quantity(),
        ids(compared),
        classifications(compared),
        years(compared),
        revision,
        revision);
  }

  /** Of a complete file: closes the rows that it no longer has in the slices that it reports. */
  void withdraw(ImportMerge.Claim claim, List<MergedSlice> compared, long revision) {
    counted(
        """
        with withdrawn as (
          update observation o set to_revision = ?
          where o.slice_id = any(?) and o.classification = any(?) and o.year = any(?)
            and o.to_revision is null and o.from_revision < ?
            and not exists (
              select 1 from staged_row t join import_slice i
                on i.import_number = t.import_number and i.no = %s
              where t.import_number = ? and i.slice_id = o.slice_id and t.product = o.product
                and t.partner = o.partner)
          returning o.slice_id)
        select slice_id, count(*) from withdrawn group by slice_id
        """
            .formatted(StagedSlices.sliceOf("t.cell")),
        byId(compared),
        MergedSlice::delete,
        revision,
        ids(compared),
        classifications(compared),
        years(compared),
        revision,
        claim.number());
  }

  private void counted(
      String sql,
      Map<Integer, MergedSlice> slices,
      ObjLongConsumer<MergedSlice> counter,
      Object... parameters) {
    database.each(
        sql,
        row -> counter.accept(Objects.requireNonNull(slices.get(row.getInt(1))), row.getLong(2)),
        parameters);
  }

  private static Map<Integer, MergedSlice> byId(List<MergedSlice> slices) {
    var byId = new HashMap<Integer, MergedSlice>();
    slices.forEach(slice -> byId.put(slice.id(), slice));
    return byId;
  }

  private static List<Integer> ids(List<MergedSlice> slices) {
    return slices.stream().map(MergedSlice::id).toList();
  }

  private static List<String> classifications(List<MergedSlice> slices) {
    return slices.stream().map(slice -> slice.key().classification()).distinct().toList();
  }

  private static List<Integer> years(List<MergedSlice> slices) {
    return slices.stream().map(MergedSlice::year).distinct().toList();
  }
}

package org.ecosec.investment.portfolio;

/**
 * The query behind a cut: the projects asked for, their money from one of three places, and the
 * sums. A month's money is summed before it is converted, at the month's rate.
 */
final class CutQuery {

  private static final String KNOWN =
      """
      with recursive behind as (
        select a.project_id as id from allocation a
        where a.pledge_id = :pledge and known_at(a.from_revision, a.to_revision, :revision)
        union
        select p.id from behind join project p on p.parent_id = behind.id
        where known_at(p.from_revision, p.to_revision, :revision) and p.same_as is null),
      known as (
        select row_id, id, parent_id, sector, places from project
        where known_at(from_revision, to_revision, :revision) and same_as is null
          and (:pledge = '' or id in (select id from behind))),
      above as (
        select id as part, parent_id as whole from known where parent_id is not null
        union
        select above.part, known.parent_id from above join known on known.id = above.whole
        where known.parent_id is not null),
      """;

  // What stands now is summed by month already.
  static final String NOW =
      """
      money as not materialized (
        select project_id, type = 'COMMITMENT' as signed, currency, month, amount, last_on
        from money_month
        where type in ('COMMITMENT', 'DISBURSEMENT', 'EQUITY') and not duplicate
          and (:pledge = '' or project_id in (select id from behind))),
      """;

  // The day asked for divides a month: its days are summed up to it.
  static final String UNTIL =
      """
      money as not materialized (
        select project_id, type = 'COMMITMENT' as signed, currency, month, amount, last_on
        from money_month
        where type in ('COMMITMENT', 'DISBURSEMENT', 'EQUITY') and not duplicate
          and (:pledge = '' or project_id in (select id from behind)) and last_on <= :on
        union all
        select month.project_id, month.type = 'COMMITMENT', month.currency, month.month,
               sum(day.amount), max(day.value_date)
        from money_month month join money_day day
          on (day.project_id, day.type, day.currency, day.financier_scope, day.handling,
              day.duplicate) = (month.project_id, month.type, month.currency,
              month.financier_scope, month.handling, month.duplicate)
          and day.value_date between month.first_on and :on
        where month.type in ('COMMITMENT', 'DISBURSEMENT', 'EQUITY') and not month.duplicate
          and (:pledge = '' or month.project_id in (select id from behind))
          and month.first_on <= :on and month.last_on > :on
        group by month.project_id, month.type, month.currency, month.month,
                 month.financier_scope, month.handling),
      """;

  static final String THEN =
      """
      money as not materialized (
        select project_id, type = 'COMMITMENT' as signed, currency,
               cast(date_trunc('month', value_date) as date) as month, sum(amount) as amount,
               max(value_date) as last_on
        from money_transaction
        where type in ('COMMITMENT', 'DISBURSEMENT', 'EQUITY') and same_as is null
          and (:pledge = '' or project_id in (select id from behind)) and value_date <= :on
          and known_at(from_revision, to_revision, :revision)
        group by project_id, type, currency, 4, financier_scope, handling),
      """;

  private static final String SUMS =
      """
      covered as (
        select distinct above.whole as project_id, money.signed
        from above join money on money.project_id = above.part),
      counting as not materialized (
        select money.* from money left join covered using (project_id, signed)
        where covered.project_id is null),
      keyed as (KEYED),
      cells as (
        select CELL as key, counting.signed, counting.currency, counting.month,
               sum(counting.amount) as amount, max(counting.last_on) as last_on,
               count(*) as months
        from counting join keyed on keyed.project_id = counting.project_id
        group by 1, 2, 3, 4),
      rates as (
        select currency, month, lcu_per_usd as rate from exchange_rate
        where rate_set = :rates and known_at(from_revision, to_revision, :revision)),
      valued as (
        select cells.*, case when cells.currency = :currency then cells.amount
               else cast(cells.amount * case when :currency = 'USD' then 1 else target.rate end
                         as numeric(200, 12))
                    / case when cells.currency = 'USD' then 1 else source.rate end end as value
        from cells
        left join rates source on source.currency = cells.currency and source.month = cells.month
        left join rates target on target.currency = :currency and target.month = cells.month),
      counted as (COUNTED)
      select counted.key, cast(counted.projects as integer) as projects,
             cast(counted.funded as integer) as with_money,
             sum(valued.value) filter (where valued.signed) as committed,
             sum(valued.value) filter (where not valued.signed) as disbursed,
             cast(coalesce(sum(valued.months) filter (where valued.signed and valued.value is null),
               0) as integer) as unrated_signed,
             cast(coalesce(sum(valued.months) filter (where not valued.signed
               and valued.value is null), 0) as integer) as unrated_paid,
             max(valued.last_on) as last_on
      from counted left join valued on valued.key is not distinct from counted.key
      group by counted.key, counted.projects, counted.funded order by counted.key nulls last
      """;

  private CutQuery() {}

  static String of(String money, Facet facet) {
    return KNOWN
        + money
        + SUMS.replace("KEYED", facet.keyed())
            .replace("CELL", facet.cell())
            .replace("COUNTED", facet.counted());
  }
}
